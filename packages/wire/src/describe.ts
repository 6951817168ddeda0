import { hex, isFault, Reader, type Schema, Writer, walk } from './kit/index.ts'

/** A packet as a document's table needs it. */
export interface Description {
  readonly name: string
  readonly code: number
  readonly from: 'client' | 'server' | 'peer'
  readonly summary: string
  readonly confidence: 'certain' | 'likely' | 'guess'
  readonly evidence: string
  readonly fields: readonly DescribedField[]
  /** The body of an example packet in hexadecimal. */
  readonly example: string
}

export interface DescribedField {
  readonly name: string
  readonly type: string
  /** In bytes, or undefined when it depends on the value. */
  readonly size: number | undefined
  /** `optional`: the value may lack it. `lenient`: a packet without it is no fault either, but it is always written. */
  readonly presence: 'always' | 'lenient' | 'optional'
  readonly note?: string
  readonly secret?: true
  /** This field's bytes of the example in hexadecimal, and what they mean. */
  readonly example: { readonly hex: string; readonly value: string }
}

/** Describes a schema as plain data for documents. The example is the same in every run. */
export function describe(schema: Schema): Description {
  const { name, code, from, summary, confidence, evidence } = schema
  const writer = new Writer()
  schema.encode(writer, schema.sample(steadyDice()))
  const bytes = writer.cut()
  const reader = new Reader()
  reader.open(bytes, 0, bytes.length)
  const fields: DescribedField[] = []
  for (const step of walk(schema.fields, reader)) {
    if (isFault(step)) throw new Error(`the sample of ${name} cannot be read back at ${step.field}`)
    const { field, start, end, value } = step
    fields.push({
      name: step.name,
      type: field.type,
      size: field.size,
      presence: field.optional ? 'optional' : field.lenient ? 'lenient' : 'always',
      ...(field.note === undefined ? {} : { note: field.note }),
      ...(field.secret === undefined ? {} : { secret: field.secret }),
      example: { hex: hex(bytes.subarray(start, end)), value: field.show(value, latin) },
    })
  }
  return { name, code, from, summary, confidence, evidence, fields, example: hex(bytes) }
}

// Between 0.26 and 0.47 sampled bytes are letters, and optional fields are there.
function steadyDice(): () => number {
  let turn = 0
  return () => {
    turn = (turn + 7) % 22
    return 0.26 + turn / 100
  }
}

const latin = (text: Uint8Array): string => String.fromCharCode(...text)
