import { nothing, type Schema, Writer } from '../kit/index.ts'

/**
 * Cuts the bytes of a TCP connection into frames: `u16 length` (which does not count itself), then that many bytes. Frames
 * and TCP segments are unrelated. Holds at most one unfinished frame (65,537 bytes) besides what was pushed last.
 */
export class PeerStream {
  #pending: Uint8Array = nothing

  /** Takes bytes as they arrived. */
  push(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.#pending.length + bytes.length)
    joined.set(this.#pending)
    joined.set(bytes, this.#pending.length)
    this.#pending = joined
  }

  /** The next complete frame without its length, or undefined when more bytes must arrive first. */
  frame(): Uint8Array | undefined {
    const pending = this.#pending
    const end = 2 + (pending[0]! | (pending[1]! << 8))
    if (pending.length < end) return undefined
    this.#pending = pending.subarray(end)
    return pending.subarray(2, end)
  }

  /** Everything that is not yet cut: a chat turns to unframed bytes after its third frame. */
  rest(): Uint8Array {
    const rest = this.#pending
    this.#pending = nothing
    return rest
  }
}

/** One frame with its length in front, ready for the connection. Throws a RangeError above 65,535 bytes. */
export function sealPeer<Value extends object>(schema: Schema<Value>, value: Value): Uint8Array {
  writer.begin()
  writer.u16(0)
  schema.encode(writer, value)
  const frame = writer.cut()
  const length = frame.length - 2
  if (length > 0xffff) throw new RangeError(`a frame of ${length} bytes does not fit a 16-bit length`)
  frame[0] = length
  frame[1] = length >>> 8
  return frame
}

const writer = new Writer()
