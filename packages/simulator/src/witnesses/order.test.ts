import type { Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import type { Knock } from '../knocks.ts'
import { type Command, newVisit } from '../visit.ts'
import { Ledger } from './ledger.ts'
import { numberedText } from './message-text.ts'
import { Order } from './order.ts'

const [ann, bob] = [1_001 as Uin, 1_002 as Uin]
const knock = { intent: { name: 'signOn', uin: ann }, frames: [] } as unknown as Knock

/** Ann hands over the first message, which is perhaps refused, then the second, and the first once more; they are shown the other way round. */
function complaintsWhere(isRefused: boolean): string[] {
  const ledger = new Ledger(
    () => undefined,
    () => [],
    () => true,
  )
  const complaints: string[] = []
  const order = new Order(ledger, (_, __, sentence) => complaints.push(sentence))
  const visit = newVisit(0 as never, [knock], 0)
  const texts = [1, 2].map((id) => numberedText(id, new Dice(id), 0))
  const [first, second] = texts as [Uint8Array, Uint8Array]
  for (const id of [1, 2]) ledger.wrote(ann, bob, id, 0)
  for (const text of [first, second, first]) {
    const command = { intent: { name: 'sendMessage', to: bob, kind: 1, text } } as unknown as Command
    ledger.commandCame(visit, command)
    ledger.commandAcked(visit, command)
    if (isRefused && text === first) ledger.refused(text, 'full')
  }
  for (const text of [second, first]) ledger.shown(bob, { from: ann, text, stored: false }, 100)
  order.judge(200)
  return complaints
}

test('a message that is shown after the next one is noticed, unless it was refused at first', () => {
  expect(complaintsWhere(false)).toEqual([expect.stringMatching(/^message 2 .* overtook message 1/)])
  expect(complaintsWhere(true)).toEqual([])
})
