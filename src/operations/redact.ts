/** Text that took the place of a secret. */
const redacted = '[redacted]'

/** Shorter settings are no secrets worth the name, and taking them out would tear words and numbers apart. */
const minSecretCharacters = 4

/** What secrets of the platforms look like, whoever put them into a line. */
const shapes: readonly RegExp[] = [
  // Discord's bot tokens: an id, a time stamp and a signature
  /(?<![\w-])[\w-]{20,}\.[\w-]{6,7}\.[\w-]{27,}/g,
  // Slack's tokens, of bots, people, apps and workflows: https://api.slack.com/concepts/token-types, seen 2026-11-23
  /x(?:ox[a-z]|app|wfp)-[\w-]+/g,
  // whoever has such an address of Discord may write in the bot's name
  /(?<=\/(?:webhooks|interactions)\/\d+\/)[^\s"\\/?#]+/g,
  // the token of an interaction begins with the base64 of "interaction"
  /aW50ZXJhY3Rpb2[\w+=-]+/g,
  // Slack's incoming webhooks and response addresses, and the ticket of a socket
  /(?<=hooks\.slack(?:-gov)?\.com\/)[^\s"\\]+/g,
  /(?<=[?&](?:ticket|token)=)[^\s"\\&#]+/g,
  /(?<=(?:Bot|Bearer|Basic) )[\w.~+/=-]{16,}/g,
]

/** Prepares taking secrets out of lines: those given, as they are and as JSON and addresses write them, and all that look like one. */
export function createRedact(secrets: readonly string[]): (line: string) => string {
  const given = secrets.flatMap(spellings).toSorted((one, other) => other.length - one.length)

  return (line) => {
    const withoutGiven = given.reduce((rest, secret) => rest.replaceAll(secret, redacted), line)
    return shapes.reduce((rest, shape) => rest.replace(shape, redacted), withoutGiven)
  }
}

function spellings(secret: string): readonly string[] {
  if (secret.trim().length < minSecretCharacters) return []
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())]
}
