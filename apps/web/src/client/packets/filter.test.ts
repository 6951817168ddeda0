import { type DissectedRow, viewPacket } from '@seekyou/wire'
import { expect, test } from 'vitest'
import type { Captured } from './capture.ts'
import { readFilter } from './filter.ts'

const row = (field: string, type: string, value: string): DissectedRow => ({
  field,
  type,
  offset: 0,
  bytes: 2,
  hex: '',
  value,
})

const message: Captured = {
  id: 1,
  at: 0,
  lastAt: 0,
  direction: 'out',
  codePage: 'windows-1251',
  times: 2,
  name: 'sendMessage',
  code: 0x10e,
  sequence: 57,
  uin: 104_733,
  summary: '',
  size: 64,
  hex: '',
  rows: [
    row('uin', 'uin', '104733'),
    row('to', 'uin', '204118'),
    row('kind', 'u16', '1 (text)'),
    row('text', 'text', '"Hello, beige box"'),
  ],
}
const ack: Captured = { ...message, name: 'ack', code: 0xa, direction: 'in', times: 1, size: 10, rows: [] }

test.each([
  ['name != ack', true, false],
  ['name == ACK', false, true],
  ['uin == 204118', true, false],
  ['uin==104733 and to==204118', true, false],
  ['to != 204118', false, true],
  ['code == 010e', true, false],
  ['code = 0x10E', true, false],
  ['bytes > 10', true, false],
  ['bytes <= 10 or times >= 2', true, true],
  ['direction == in', false, true],
  ['kind == text', true, false],
  ['kind == 1', true, false],
  ['text ~ "beige box"', true, false],
  ['text == "hello, beige box"', true, false],
  ['beige', true, false],
  ['beige ack', false, false],
  ['!beige', false, true],
  ['not name == ack && !missing', true, false],
  ['', true, true],
  ['   ', true, true],
])('%s', (text, isMessage, isAck) => {
  const filter = readFilter(text)!
  expect([filter(message), filter(ack)]).toEqual([isMessage, isAck])
})

test('a comparison without a value is not complete', () => {
  for (const text of ['name ==', 'uin', 'name == ack or bytes >', '== ==']) {
    expect(readFilter(text) === undefined).toBe(text !== 'uin')
  }
})

test('whatever is typed is a filter or none', () => {
  for (const text of ['"', '"a', '!', '! !', '||', '( ) && or', 'name ~ "', '<>']) {
    const filter = readFilter(text)
    if (filter !== undefined) expect(filter(ack)).toBeTypeOf('boolean')
  }
})

test('passwords cannot be found', () => {
  const login = Uint8Array.from(
    '0200e8030100b1cb74000f2700000500706173730004000000c0a80102040000000003000000020000000000040072 00'
      .replaceAll(' ', '')
      .match(/../g)!,
    (byte) => Number.parseInt(byte, 16),
  )
  const packet: Captured = { ...message, ...viewPacket({ at: 0, direction: 'in', bytes: login }, 'passwords') }
  expect(packet.name).toBe('login')
  expect(readFilter('password ~ pass')!(packet)).toBe(false)
  expect(readFilter('tcpPort == 9999')!(packet)).toBe(true)
})
