import { expect, test } from 'vitest'
import { ackOf, type Captured, mostPackets, withPacket } from './capture.ts'

let ids = 0
const packet = (about: Partial<Captured>): Captured => ({
  id: ids++,
  direction: 'out',
  at: 0,
  lastAt: about.at ?? 0,
  name: 'sendMessage',
  code: 0x10e,
  sequence: 57,
  summary: '',
  rows: [],
  size: 4,
  hex: '02 00 0e 01',
  codePage: 'windows-1251',
  times: 1,
  ...about,
})
const ack = (about: Partial<Captured>) =>
  packet({ name: 'ack', code: 0xa, hex: '02 00 0a 00', direction: 'in', ...about })
const capture = (...packets: Captured[]) => packets.reduce<readonly Captured[]>(withPacket, [])

test('an ACK settles the packet with its number that went the other way', () => {
  const [sent, other] = capture(packet({ at: 100 }), packet({ direction: 'in', at: 110, hex: 'ff' }), ack({ at: 123 }))
  expect(ackOf(sent!, 123)).toBe(23)
  expect(ackOf(other!, 123)).toBe('waiting')
})

test('what is sent again is one row that counts', () => {
  const rows = capture(packet({ at: 0 }), packet({ at: 10_000 }), packet({ at: 20_000 }), ack({ at: 20_040 }))
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ times: 3, at: 0, lastAt: 20_000, ackMs: 40 })
})

test('a second ACK changes nothing and counts as sent again', () => {
  const rows = capture(packet({ at: 0 }), ack({ at: 5 }), ack({ at: 9_000 }))
  expect(rows.map(({ times, ackMs }) => [times, ackMs])).toEqual([
    [1, 5],
    [2, undefined],
  ])
})

test('other bytes under the same number are another packet, as are the same bytes when the numbers have come round', () => {
  expect(capture(packet({}), packet({ hex: '02 00 0e 01 ff' }))).toHaveLength(2)
  expect(capture(packet({ at: 0 }), packet({ at: 3_600_000 }))).toHaveLength(2)
})

test('without an ACK one waits for a minute', () => {
  const [sent] = capture(packet({ at: 0 }))
  expect(ackOf(sent!, 59_000)).toBe('waiting')
  expect(ackOf(sent!, 61_000)).toBe('none')
  expect(ackOf(ack({}), 61_000)).toBe('needless')
  expect(ackOf(packet({ direction: 'in', name: 'notConnected' }), 61_000)).toBe('needless')
})

test('the oldest go', () => {
  const rows = capture(...Array.from({ length: mostPackets + 5 }, (_, sequence) => packet({ sequence })))
  expect(rows).toHaveLength(mostPackets)
  expect(rows[0]!.sequence).toBe(5)
})
