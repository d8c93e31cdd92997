/** First millisecond of 2015, from which Discord counts (docs/reference, "Snowflakes"). */
const discordEpoch = 1_420_070_400_000n

/** Makes ids as Discord does: they begin with the time, since the client reads the age of a thing from them. */
export function createSnowflakes(): () => string {
  let count = 0n

  return () => {
    count += 1n
    return String(((BigInt(Date.now()) - discordEpoch) << 22n) | (count & 0x3fffffn))
  }
}
