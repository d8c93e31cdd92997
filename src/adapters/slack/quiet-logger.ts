import { type Logger, LogLevel } from '@slack/bolt'

/**
 * What Slack's libraries are given to log with: it writes nothing.
 *
 * They put whole payloads and bad signatures into their lines, which may hold what a person wrote; what goes wrong is seen by what
 * they throw.
 */
export const quietLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}
