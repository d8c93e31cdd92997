/** A platform that does not let the bot in until a setting is mended, which the message names; trying again could only fail. */
export class PlatformRefused extends Error {
  override readonly name = 'PlatformRefused'
}
