import fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewPacket } from './packet-view.ts'
import { bytesOf } from './testing/bytes.ts'

const message = bytesOf('02 00 0E 01 0A 00 87 D6 12 00 B1 CB 74 00 01 00 04 00 48 E9 FE 00 99')
const login = bytesOf('02 00 E8 03 01 00 B1 CB 74 00 0F 27 00 00 05 00 70 61 73 73 00 04 00 00 00 C0 A8 01 02 04')

test('a message is shown with its numbers and without its words', () => {
  const view = viewPacket({ at: 5, direction: 'in', bytes: message }, 'texts')
  expect(view).toMatchObject({ at: 5, direction: 'in', size: 23, name: 'sendMessage', code: 0x010e, sequence: 10 })
  expect(view.hex).toBe(`02 00 0e 01 0a 00 87 d6 12 00 b1 cb 74 00 01 00${' ••'.repeat(7)}`)
  const values = Object.fromEntries(view.rows.map(({ field, value, hex }) => [field, [value, hex]]))
  expect(values).toMatchObject({ to: ['7654321', 'B1 CB 74 00'], text: ['••••••••', '•• •• ••'] })
  expect(values).toMatchObject({ trailing: ['••••••••', '•• •• ••'] })
  expect(view).not.toHaveProperty('fields')
})

test('with passwords hidden, texts are shown', () => {
  expect(viewPacket({ at: 5, direction: 'in', bytes: message }, 'passwords').rows.at(-2)?.value).toBe('"Héþ"')
  const view = viewPacket({ at: 5, direction: 'in', bytes: login }, 'passwords')
  expect(JSON.stringify(view)).not.toMatch(/70 61 73 73|pass"/)
  expect(view.hex).toContain('0f 27 00 00 •• •• •• •• •• •• •• 04 00')
})

test('bytes after a fault are hidden, for nobody knows what they are', () => {
  const view = viewPacket({ at: 5, direction: 'in', bytes: login.subarray(0, 19) }, 'passwords')
  expect(view.fault).toMatchObject({ field: 'password' })
  expect(view.hex).toBe(`02 00 e8 03 01 00 b1 cb 74 00 0f 27 00 00${' ••'.repeat(5)}`)
})

test('whatever the bytes are, each is shown or hidden once', () => {
  fc.assert(
    fc.property(fc.constantFrom('in', 'out'), fc.uint8Array({ maxLength: 60 }), (direction, more) => {
      const bytes = Uint8Array.of(2, 0, ...more)
      const { hex } = viewPacket({ at: 0, direction, bytes }, 'texts')
      const pairs = hex.split(' ')
      expect(pairs).toHaveLength(bytes.length)
      for (const [at, pair] of pairs.entries()) if (pair !== '••') expect(Number.parseInt(pair, 16)).toBe(bytes[at])
    }),
  )
})
