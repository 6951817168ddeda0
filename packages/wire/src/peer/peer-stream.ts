import { nothing, type Schema, Writer } from '../kit/index.ts'

/**
 * Cuts the bytes of a TCP connection into frames: `u16 length` (which does not count itself), then that many bytes. Frames
 * and TCP segments are unrelated. Holds at most one unfinished frame (65,537 bytes) besides what was pushed last; a byte is
 * copied a few times at most, however small the pieces are.
 */
export class PeerStream {
  /** From `#at` up to `#end` there is what is not yet cut; behind it there may be room for more. */
  #bytes: Uint8Array = nothing
  #at = 0
  #end = 0

  /** Takes bytes as they arrived. They belong to the stream from here on: frames are views of them. */
  push(bytes: Uint8Array): void {
    if (this.#at === this.#end) {
      this.#bytes = bytes
      this.#at = 0
      this.#end = bytes.length
      return
    }
    if (bytes.length > this.#bytes.length - this.#end) this.#renew(bytes)
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  /** The next complete frame without its length, or undefined when more bytes must arrive first. */
  frame(): Uint8Array | undefined {
    const start = this.#at + 2
    if (start > this.#end) return undefined
    const end = start + lengthOf(this.#bytes[start - 2]!, this.#bytes[start - 1]!)
    if (end > this.#end) return undefined
    this.#at = end
    return this.#bytes.subarray(start, end)
  }

  /** Everything that is not yet cut: a chat turns to unframed bytes after its third frame. */
  rest(): Uint8Array {
    const rest = this.#bytes.subarray(this.#at, this.#end)
    this.#at = this.#end
    return rest
  }

  /** Makes room for these bytes, and for all of the frame that they belong to. */
  #renew(bytes: Uint8Array): void {
    const pending = this.#bytes.subarray(this.#at, this.#end)
    const frame = 2 + lengthOf(pending[0]!, pending[1] ?? bytes[0]!)
    this.#bytes = new Uint8Array(Math.max(frame, pending.length + bytes.length))
    this.#bytes.set(pending)
    this.#at = 0
    this.#end = pending.length
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

const lengthOf = (low: number, high: number): number => low | (high << 8)

const writer = new Writer()
