const slabSize = 65_536
/** A new slab is taken when less than this is left, so that ordinary datagrams never move. */
const room = 2_048

/**
 * Writes datagrams one after another into slabs of 64 KiB and cuts them out as views: no copy, no allocation of bytes per
 * datagram. A cut datagram is never written again by the writer; as long as it is held, its slab stays in memory.
 */
export class Writer {
  #bytes: Uint8Array = new Uint8Array(slabSize)
  #start = 0
  #at = 0

  /** Begins a datagram; what was written and not cut is dropped. */
  begin(): void {
    this.#at = this.#start
    if (this.#bytes.length - this.#at < room) this.#renew(room)
  }

  /** The bytes written since `begin`, as a view of the slab. */
  cut(): Uint8Array {
    const start = this.#start
    this.#start = this.#at
    return new Uint8Array(this.#bytes.buffer, start, this.#at - start)
  }

  u8(value: number): void {
    const at = this.#claim(1)
    this.#bytes[at] = value
  }

  u16(value: number): void {
    const at = this.#claim(2)
    const bytes = this.#bytes
    bytes[at] = value
    bytes[at + 1] = value >>> 8
  }

  u16be(value: number): void {
    const at = this.#claim(2)
    const bytes = this.#bytes
    bytes[at] = value >>> 8
    bytes[at + 1] = value
  }

  u32(value: number): void {
    const at = this.#claim(4)
    const bytes = this.#bytes
    bytes[at] = value
    bytes[at + 1] = value >>> 8
    bytes[at + 2] = value >>> 16
    bytes[at + 3] = value >>> 24
  }

  u32be(value: number): void {
    const at = this.#claim(4)
    const bytes = this.#bytes
    bytes[at] = value >>> 24
    bytes[at + 1] = value >>> 16
    bytes[at + 2] = value >>> 8
    bytes[at + 3] = value
  }

  /** Copies bytes as they are. */
  bytes(value: Uint8Array): void {
    const at = this.#claim(value.length)
    this.#bytes.set(value, at)
  }

  #claim(size: number): number {
    if (this.#at + size > this.#bytes.length) this.#renew(this.#at - this.#start + size)
    const at = this.#at
    this.#at = at + size
    return at
  }

  #renew(wanted: number): void {
    const begun = this.#bytes.subarray(this.#start, this.#at)
    this.#bytes = new Uint8Array(Math.max(slabSize, wanted * 2))
    this.#bytes.set(begun)
    this.#start = 0
    this.#at = begun.length
  }
}
