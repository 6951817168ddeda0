import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dissect } from './dissect.ts'
import { bytesOf } from './testing/bytes.ts'

const message = bytesOf('02 00 0E 01 0A 00 87 D6 12 00 B1 CB 74 00 01 00 04 00 48 E9 FE 00 99')

test('a message, field by field', () => {
  const dissection = dissect(message, { from: 'client' })
  expect(dissection).toMatchObject({
    from: 'client',
    version: 2,
    code: 0x010e,
    name: 'sendMessage',
    sequence: 10,
    uin: 1234567,
    summary: 'Sends a message through the server.',
    fields: { to: 7654321, kind: 1, text: { text: 'Héþ', hex: '48e9fe' }, trailing: { hex: '99' } },
  })
  expect(dissection.rows).toStrictEqual([
    { field: 'version', type: 'u16', offset: 0, bytes: 2, hex: '02 00', value: '2' },
    { field: 'command', type: 'u16', offset: 2, bytes: 2, hex: '0E 01', value: '010E' },
    { field: 'sequence', type: 'u16', offset: 4, bytes: 2, hex: '0A 00', value: '10 (0x000A)' },
    { field: 'uin', type: 'uin', offset: 6, bytes: 4, hex: '87 D6 12 00', value: '1234567' },
    { field: 'to', type: 'uin', offset: 10, bytes: 4, hex: 'B1 CB 74 00', value: '7654321' },
    { field: 'kind', type: 'u16', offset: 14, bytes: 2, hex: '01 00', value: '1 (text)' },
    { field: 'text', type: 'text', offset: 16, bytes: 6, hex: '04 00 48 E9 FE 00', value: '"Héþ"' },
    { field: 'trailing', type: 'bytes', offset: 22, bytes: 1, hex: '99', value: '99' },
  ])
})

test('texts are shown in the code page that is asked for', () => {
  const { fields } = dissect(message, { from: 'client', codePage: 'windows-1251' })
  expect(fields.text).toEqual({ text: 'Hйю', hex: '48e9fe' })
})

test('a fault keeps what was read before it', () => {
  const dissection = dissect(message.subarray(0, 19), { from: 'client' })
  expect(dissection.name).toBe('sendMessage')
  expect(dissection.fields).toEqual({ to: 7654321, kind: 1 })
  expect(dissection.rows.map(({ field }) => field)).toEqual(['version', 'command', 'sequence', 'uin', 'to', 'kind'])
  expect(dissection.fault).toEqual({ fault: 'truncated', field: 'text', offset: 18, wanted: 4 })
})

test('a header that is cut short keeps what is there', () => {
  expect(dissect(bytesOf('02 00 0E 01 0A'), { from: 'client' })).toMatchObject({
    version: 2,
    code: 0x010e,
    name: 'unknown',
    fields: {},
    fault: { fault: 'truncated', field: 'sequence', offset: 4, wanted: 2 },
  })
  expect(dissect(bytesOf('02 00 0E 01 0A 00 87'), { from: 'client' })).toMatchObject({
    sequence: 10,
    fault: { fault: 'truncated', field: 'uin', offset: 6, wanted: 4 },
  })
})

test('another version shows its number alone', () => {
  const dissection = dissect(bytesOf('05 00 01 02 03 04 05 06'), { from: 'client' })
  expect(dissection).toMatchObject({ version: 5, name: 'unknown', fault: { fault: 'version' } })
  expect(dissection).not.toHaveProperty('code')
  expect(dissection.rows).toHaveLength(1)
})

test('an unknown command has all its bytes trailing', () => {
  expect(dissect(bytesOf('02 00 EF BE 01 00 AA'), { from: 'server' })).toMatchObject({
    code: 0xbeef,
    name: 'unknown',
    fields: { trailing: { hex: 'aa' } },
  })
})

test('passwords are marked', () => {
  const { rows, fields } = dissect(bytesOf('02 00 F2 03 01 00 02 00 87 D6 12 00 03 00 61 62 00'), { from: 'client' })
  expect(rows.filter(({ secret }) => secret).map(({ field }) => field)).toEqual(['password'])
  expect(fields.password).toEqual({ text: 'ab', hex: '6162', secret: true })
  expect(rows.find(({ field }) => field === 'connId')).toMatchObject({ note: 'repeated in the answers' })
})

test('the short header has no UIN', () => {
  const dissection = dissect(bytesOf('02 00 EC 04 01 00'), { from: 'client' })
  expect(dissection).not.toHaveProperty('uin')
  expect(dissection.rows.map(({ field }) => field)).toEqual(['version', 'command', 'sequence'])
})

describe('values are shown for people', () => {
  test('addresses, statuses and flags', () => {
    const online = '02 00 6E 00 0B 00 8F 76 20 00 CD CD 77 90 3F 50 00 00 7F 00 00 01 04 11 01 01 00 03 00 00 00'
    const { rows, fields } = dissect(bytesOf(online), { from: 'server' })
    const value = (field: string) => rows.find((row) => row.field === field)?.value
    expect(value('ip')).toBe('205.205.119.144')
    expect(fields.realIp).toBe('127.0.0.1')
    expect(value('tcpFlag')).toBe('4 (sends and accepts)')
    expect(value('status')).toBe('65809 (0x00010111) (occupied, invisible, web-aware)')
  })

  test('time zones', () => {
    const profile = (zone: string) =>
      dissect(bytesOf(`02 00 B0 04 01 00 01 00 00 00 01 00 01 00 00 2E 00 ${zone} 01 00 00 1E 00 02`), {
        from: 'client',
      })
    const zone = (byte: string) => profile(byte).rows.find(({ field }) => field === 'tz')?.value
    expect(zone('FE')).toBe('254 (GMT+1)')
    expect(zone('0A')).toBe('10 (GMT-5)')
    expect(zone('9C')).toBe('156 (not entered)')
  })
})

describe('peers', () => {
  test('a file operation', () => {
    expect(dissect(bytesOf('05 64 00 00 00'), { from: 'peer', channel: 'file' })).toMatchObject({
      from: 'peer',
      code: 5,
      name: 'fileSpeed',
      fields: { op: 5, speed: 100 },
    })
  })

  test('a message is expected unless told otherwise', () => {
    expect(dissect(bytesOf('FF 02'), { from: 'peer' })).toMatchObject({ name: 'channelInit', fields: { init: 255 } })
  })

  test('bytes that are no frame', () => {
    expect(dissect(bytesOf('09 08'), { from: 'peer', channel: 'file' })).toMatchObject({
      name: 'unknown',
      summary: 'Bytes that are no packet of this kind.',
      fields: { trailing: { hex: '0908' } },
      fault: { fault: 'unexpected', field: 'op', offset: 0 },
    })
  })
})

test('any bytes are taken apart without an exception, and the rows cover them up to the fault', () => {
  const side = fc.constantFrom('client', 'server', 'peer')
  const channel = fc.constantFrom('message', 'chat', 'file')
  const start = fc.constantFrom('', '02 00', '02 00 E8 03', '02 00 06 04', '02 00 38 04', 'FF', '64 00 00 00', '06')
  fc.assert(
    fc.property(side, channel, start, fc.uint8Array({ maxLength: 80 }), (from, channel, start, more) => {
      const bytes = Uint8Array.of(...bytesOf(start), ...more)
      const { rows, fault } = dissect(bytes, { from, channel })
      let at = 0
      for (const { offset, bytes } of rows) {
        expect(offset).toBe(at)
        at += bytes
      }
      if (fault === undefined) expect(at).toBe(bytes.length)
    }),
    { numRuns: 2_000 },
  )
})
