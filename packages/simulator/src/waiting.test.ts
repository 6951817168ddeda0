import type { Uin } from '@seekyou/language'
import type { Message, Need } from '@seekyou/service'
import { expect, test } from 'vitest'
import { Waiting } from './waiting.ts'

const message = (id: number, from: number, to = 9): Message => ({
  id,
  to: to as Uin,
  from: from as Uin,
  kind: 1,
  text: Uint8Array.of(),
  at: 0,
})
const commit = (keep: readonly Message[], forget: readonly number[] = []): Need<'commit'> => ({
  name: 'commit',
  keep,
  forget,
  storedMax: 100,
  storedFromOneMax: 20,
})

test('the most messages of one sender that waited at a time', () => {
  const waiting = new Waiting()
  waiting.change(commit([message(1, 5), message(2, 5), message(3, 6)]), { refused: [] })
  expect(waiting.mostFromOne).toBe(2)
  waiting.change(commit([message(2, 5), message(4, 5)], [1]), { refused: [{ id: 4, because: 'full' }] })
  expect(waiting.mostFromOne).toBe(2)
  waiting.removeRecipient(9 as Uin)
  waiting.change(commit([message(5, 5), message(6, 5, 8)]), { refused: [] })
  expect(waiting.mostFromOne).toBe(2)
  waiting.change(commit([message(7, 5, 8), message(8, 5, 8)]), { refused: [] })
  expect(waiting.mostFromOne).toBe(3)
})
