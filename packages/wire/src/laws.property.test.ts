import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFault, peerPackets, type Schema, strokes, unknownPacket, Writer } from './index.ts'
import { seededDice } from './testing/dice.ts'
import { clientByCode, clientPackets, serverByCode, serverPackets } from './v2/catalogue.ts'
import { clientFraming, serverFraming } from './v2/framing.ts'

const schemas: readonly Schema[] = [clientPackets, serverPackets, peerPackets, strokes].flatMap((packets) =>
  Object.values<Schema>(packets as Readonly<Record<string, Schema>>),
)
const writer = new Writer()
const seed = fc.integer()
const bytes = fc.uint8Array({ maxLength: 96 })

function encode(schema: Schema, value: Readonly<Record<string, unknown>>): Uint8Array {
  writer.begin()
  schema.encode(writer, value)
  return writer.cut()
}

describe.each(schemas.map((schema) => [`${schema.from} ${schema.name}`, schema] as const))('%s', (_, schema) => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const value = schema.sample(seededDice(seed))
        expect(schema.decode(encode(schema, value))).toEqual(value)
      }),
    )
  })

  test('trailing bytes survive', () => {
    if (schema.fields.some(({ field }) => field.greedy)) return
    fc.assert(
      fc.property(seed, fc.uint8Array({ minLength: 1, maxLength: 9 }), (seed, trailing) => {
        const value = schema.sample(seededDice(seed))
        fc.pre(schema.fields.every(({ name }) => name in value))
        expect(schema.decode(encode(schema, { ...value, trailing }))).toEqual({ ...value, trailing })
      }),
    )
  })

  test(schema.strict ? 'every shorter packet is a fault' : 'shorter packets are read without an exception', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const whole = encode(schema, schema.sample(seededDice(seed)))
        for (let end = 0; end < whole.length; end++) {
          const value = schema.decode(whole, 0, end)
          if (schema.strict) expect(value).toMatchObject({ fault: 'truncated' })
          if (isFault(value)) expect(value.offset + value.wanted).toBeGreaterThan(end)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('any bytes are read without an exception, and a value can be written again', () => {
    fc.assert(
      fc.property(bytes, (bytes) => {
        const value = schema.decode(bytes)
        if (!isFault(value)) expect(schema.decode(encode(schema, value))).toEqual(value)
      }),
    )
  })
})

test('any datagram is opened and decoded without an exception, and unknown commands survive', () => {
  const code = fc.oneof(fc.constantFrom(...schemas.map(({ code }) => code)), fc.nat(0xffff))
  fc.assert(
    fc.property(fc.constantFrom('client', 'server'), code, bytes, (from, code, body) => {
      const datagram = Uint8Array.of(2, 0, code & 255, code >> 8, 7, 0, ...body)
      const frame = (from === 'client' ? clientFraming : serverFraming).open(datagram)
      if (isFault(frame)) return
      const known = (from === 'client' ? clientByCode : serverByCode)(frame.code)
      const schema = known ?? unknownPacket(frame.code, from as 'client' | 'server')
      const value = schema.decode(frame.bytes, frame.start)
      if (isFault(value) || known !== undefined) return
      const { sequence, uin } = frame
      const again =
        from === 'client'
          ? clientFraming.seal(schema, value, sequence, uin)
          : serverFraming.seal(schema, value, sequence)
      expect(again).toEqual(datagram)
    }),
    { numRuns: 2_000 },
  )
})

test('bytes without any order are opened without an exception', () => {
  fc.assert(
    fc.property(bytes, (bytes) => {
      clientFraming.open(bytes)
      serverFraming.open(bytes)
    }),
  )
})
