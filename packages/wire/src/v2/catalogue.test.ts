import { expect, test } from 'vitest'
import { clientByCode, clientPackets, serverByCode, serverPackets, unknownPacket } from './catalogue.ts'

const sides = [
  {
    from: 'client',
    packets: clientPackets,
    byCode: clientByCode,
    codes: `000A 010E 03E8 03F2 03FC 0406 041A 0424 042E 0438 0442 044C 0456 0460 046A 049C 04A6 04B0 04BA 04C4 04D8
      04EC 050A 0514 051E 0528 0532 053C 0564 056E 05C8 05D2 05F0 064A 06A4 06AE 06B8`,
  },
  {
    from: 'server',
    packets: serverPackets,
    byCode: serverByCode,
    codes: `000A 001E 0028 0032 0046 005A 0064 006E 0078 0082 008C 00A0 00B4 00BE 00C8 00D2 00DC 00E6 00F0 00FA 0104
      0118 0122 012C 0136 0140 014A 01A4 01C2 01E0 01EA 01F4 01FE 0212 021C 024E 0258 03DE`,
  },
] as const

test.each(sides)('the $from side has every command, in order', ({ packets, codes }) => {
  const expected = codes.split(/\s+/).map((code) => Number.parseInt(code, 16))
  expect(Object.values(packets).map(({ code }) => code)).toEqual(expected)
})

test.each(sides)('the $from side finds each schema by its code and by its name', ({ from, packets, byCode }) => {
  for (const [name, schema] of Object.entries(packets)) {
    expect(byCode(schema.code)).toBe(schema)
    expect(schema).toMatchObject({ name, from })
    expect(schema.summary).toMatch(/^[A-Z].*\.$/)
    expect(schema.evidence).not.toBe('')
  }
  expect(byCode(0xffff)).toBeUndefined()
})

test('a command that nobody knows has all its bytes trailing', () => {
  const summary = 'A command that is not in the catalogue.'
  expect(unknownPacket(0xabcd, 'client')).toMatchObject({ name: 'unknown', code: 0xabcd, from: 'client', summary })
  expect(unknownPacket(0xabcd, 'client').decode(Uint8Array.of(1, 2))).toEqual({ trailing: Uint8Array.of(1, 2) })
})
