import type { Field } from './field.ts'
import type { Reader } from './reader.ts'

/** A field that a value may lack. */
export interface OptionalField<T> extends Field<T> {
  readonly optional: true
}

/**
 * A field at the packet's end that may be missing: then the value lacks it. Only optional and defaulted fields may follow,
 * and once one is missing, all later ones are. Bytes too few for it are kept as trailing bytes.
 */
export function optional<T>(field: Field<T>): OptionalField<T> {
  return {
    ...field,
    optional: true,
    lenient: true,
    // The packet leaves the property out when it reads `undefined`; a value never holds it.
    read: (reader) => tail(reader, field, undefined as T),
  }
}

/** A field at the packet's end that is `fallback` when missing; it is always written. Otherwise as `optional`. */
export function defaulted<T>(field: Field<T>, fallback: T): Field<T> {
  return { ...field, lenient: true, read: (reader) => tail(reader, field, fallback) }
}

/** A field before others that some clients leave out: then `fallback`, and nothing is consumed. It is always written. */
export function skippable<T>(field: Field<T>, fallback: T, isMissing: (reader: Reader) => boolean): Field<T> {
  return { ...field, lenient: true, read: (reader) => (isMissing(reader) ? fallback : field.read(reader)) }
}

function tail<T>(reader: Reader, field: Field<T>, fallback: T): T {
  if (reader.spent || reader.fault !== undefined) return fallback
  const at = reader.at
  const value = field.read(reader)
  if (reader.fault === undefined) return value
  reader.retreat(at)
  reader.spent = true
  return fallback
}
