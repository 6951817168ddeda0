import type { Fault } from './fault.ts'
import { faultOf, type NamedField } from './packet.ts'
import type { Reader } from './reader.ts'

/** Where a field's bytes were, and what they meant. */
export interface Step extends NamedField {
  readonly start: number
  readonly end: number
  readonly value: unknown
}

/** Reads fields one by one and tells where each began and ended. A fault ends the walk and comes last. */
export function* walk(named: readonly NamedField[], reader: Reader): Generator<Step | Fault> {
  for (const { name, field } of named) {
    const start = reader.at
    const value = field.read(reader)
    if (reader.fault !== undefined) {
      yield faultOf(reader, name)
      return
    }
    if (value !== undefined) yield { name, field, start, end: reader.at, value }
  }
}
