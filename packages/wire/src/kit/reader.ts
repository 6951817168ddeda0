import type { Fault } from './fault.ts'

/**
 * Reads numbers and views from one stretch of bytes. The first read that does not fit is remembered as a fault; that read
 * and all later ones give zeros and empty views, so no field needs to check and nothing throws.
 */
export class Reader {
  bytes: Uint8Array = nothing
  /** Where the next read begins. */
  at = 0
  /** Where reading stops. */
  end = 0
  /** The first fault met, and at which offset of `bytes` which number of bytes (or value) was wanted. */
  fault: Fault['fault'] | undefined = undefined
  faultAt = 0
  wanted = 0
  /** Set by the first optional field that is not there: then the later ones are not there either. */
  spent = false

  /** Begins to read `bytes` from `start` up to, not including, `end`. */
  open(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes
    this.end = end < bytes.length ? end : bytes.length
    this.at = start < this.end ? start : this.end
    this.fault = undefined
    this.spent = false
  }

  u8(): number {
    const at = this.at
    if (at + 1 > this.end) return this.#short(1)
    this.at = at + 1
    return this.bytes[at]!
  }

  u16(): number {
    const at = this.at
    if (at + 2 > this.end) return this.#short(2)
    this.at = at + 2
    const bytes = this.bytes
    return bytes[at]! | (bytes[at + 1]! << 8)
  }

  u16be(): number {
    const at = this.at
    if (at + 2 > this.end) return this.#short(2)
    this.at = at + 2
    const bytes = this.bytes
    return (bytes[at]! << 8) | bytes[at + 1]!
  }

  u32(): number {
    const at = this.at
    if (at + 4 > this.end) return this.#short(4)
    this.at = at + 4
    const bytes = this.bytes
    return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  }

  u32be(): number {
    const at = this.at
    if (at + 4 > this.end) return this.#short(4)
    this.at = at + 4
    const bytes = this.bytes
    return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
  }

  /** A view of the next `length` bytes; no copy. */
  view(length: number): Uint8Array {
    const at = this.at
    if (at + length > this.end) {
      this.#short(length)
      return nothing
    }
    this.at = at + length
    return viewOf(this.bytes, at, length)
  }

  /**
   * A view of the next `length` bytes up to the first NUL among them; all `length` bytes are consumed. No copy.
   */
  text(length: number): Uint8Array {
    const at = this.at
    if (at + length > this.end) {
      this.#short(length)
      return nothing
    }
    const bytes = this.bytes
    const stop = at + length
    let end = at
    while (end < stop && bytes[end] !== 0) end++
    this.at = stop
    return end === at ? nothing : viewOf(bytes, at, end - at)
  }

  /** How many bytes are left. */
  get left(): number {
    return this.end - this.at
  }

  /** Records a fault, unless one is recorded already, and makes later reads fail. */
  fail(fault: Fault['fault'], at: number, wanted: number): void {
    if (this.fault === undefined) {
      this.fault = fault
      this.faultAt = at
      this.wanted = wanted
    }
    this.at = this.end
  }

  /** Takes a fault back: the field that met it was optional and begins at `at`. */
  retreat(at: number): void {
    this.fault = undefined
    this.at = at
  }

  #short(wanted: number): 0 {
    this.fail('truncated', this.at, wanted)
    return 0
  }
}

/** What empty texts and views are: shared, so that they cost nothing. */
export const nothing: Uint8Array = new Uint8Array(0)

// Always a plain Uint8Array, also when the bytes came in a subclass such as Node's own.
function viewOf(bytes: Uint8Array, at: number, length: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + at, length)
}
