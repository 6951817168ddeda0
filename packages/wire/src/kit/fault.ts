/**
 * Why bytes could not be read. Decoding answers with this value and never throws.
 * `truncated`: the bytes ended before the field did. `version`: the datagram belongs to another protocol version.
 * `unexpected`: a field that can have only one value has another, or no packet is known that begins like this.
 */
export interface Fault {
  readonly fault: 'truncated' | 'version' | 'unexpected'
  /** The field that could not be read, by its name in the schema; `header` for the datagram's first bytes. */
  readonly field: string
  /** Where that field's unreadable part begins, in bytes from the start of the datagram (or peer frame). */
  readonly offset: number
  /** How many bytes were wanted there (`truncated`), or which value (`version`, `unexpected`; 0 when several would do). */
  readonly wanted: number
}

/** True when decoding or opening gave a fault instead of a value. No packet has a field called `fault`. */
export function isFault(result: object): result is Fault {
  return (result as Partial<Fault>).fault !== undefined
}
