import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode'
import { readSocketFrame, type SocketFrame } from './socket-frame.ts'

/**
 * Slack's client, which hands over each message as it was read and acts on none but the hello.
 *
 * Version 3.1.0 closes a connection as soon as its end is announced, and throws out of reach where an event has no inner event.
 */
export class SocketClient extends SocketModeClient {
  readonly #onFrame: (frame: SocketFrame) => void

  /** @param onFrame never throws. */
  constructor(options: SocketModeOptions, onFrame: (frame: SocketFrame) => void) {
    super(options)
    this.#onFrame = onFrame
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const frame = readSocketFrame(data)
    this.#onFrame(frame)
    if (frame.type === 'hello') await super.onWebSocketMessage(data, isBinary)
  }
}
