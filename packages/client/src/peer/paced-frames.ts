import type { Millis } from '@seekyou/language'
import { Bucket } from '@seekyou/link'
import { PeerStream } from '@seekyou/wire'
import { backlogMax, frameRate } from './limits.ts'

/** The frames of one connection, no faster than a peer may send them. */
export class PacedFrames {
  readonly #stream = new PeerStream()
  readonly #bucket = new Bucket(frameRate)
  /** A frame that came too early. */
  #held: Uint8Array | undefined
  #unread = 0

  /** True when more is waiting than is endured. */
  get isFlooded(): boolean {
    return this.#unread > backlogMax
  }

  /** When the next frame may be read; undefined unless one came too early. */
  get readyAt(): Millis | undefined {
    return this.#held && this.#bucket.readyAt(1)
  }

  push(bytes: Uint8Array): void {
    this.#unread += bytes.length
    this.#stream.push(bytes)
  }

  /** The next frame; undefined when it is not complete, or came too early. Those that are `free` never come too early. */
  next(isFree: (frame: Uint8Array) => boolean, now: Millis): Uint8Array | undefined {
    const frame = this.#held ?? this.#stream.frame()
    this.#held = undefined
    if (!frame) return undefined
    if (!isFree(frame) && !this.#bucket.take(1, now)) {
      this.#held = frame
      return undefined
    }
    this.#unread -= frame.length + 2
    return frame
  }
}
