import { expect, test, vi } from 'vitest'
import { AsideDesk } from './aside-desk.ts'
import { GatewayCounts } from './counts.ts'

function desk(meet: (name: string, ask: unknown) => Promise<unknown> = async (name, ask) => ({ name, ask })) {
  const counts = new GatewayCounts()
  const answers: unknown[] = []
  const clock = { now: 0 }
  const report = vi.fn()
  const asides = new AsideDesk({
    counts,
    now: () => clock.now,
    meet,
    answer: (text) => answers.push(JSON.parse(text)),
    report,
  })
  return { counts, answers, clock, report, hear: (aside: unknown) => asides.hear(JSON.stringify(aside)), asides }
}
const complaint = (sentence: string) => Object.assign(new Error(sentence), { name: 'Complaint' })

test('an aside is answered under its number', async () => {
  const { answers, hear, counts } = desk()
  hear({ id: 1, name: 'contactList', ask: {} })
  hear({ id: -2, name: 'settings' })
  await vi.waitUntil(() => answers.length === 2)
  expect(answers).toEqual([
    { id: 1, answer: { name: 'contactList', ask: {} } },
    { id: -2, answer: { name: 'settings', ask: {} } },
  ])
  expect(counts.asidesMet).toBe(2)
})

test('a complaint is told to whoever asked; anything else is told to the operator', async () => {
  const { answers, hear, counts, report } = desk(async (name) => {
    throw name === 'makeInvite' ? complaint('You have three invites.') : new Error('the disk is full')
  })
  hear({ id: 1, name: 'makeInvite', ask: {} })
  hear({ id: 2, name: 'settings', ask: {} })
  await vi.waitUntil(() => answers.length === 2)
  expect(answers).toEqual([
    { id: 1, refused: 'You have three invites.' },
    { id: 2, refused: 'The server could not do that: try again later.' },
  ])
  expect([counts.asidesRefused, report.mock.calls]).toEqual([2, [[new Error('the disk is full')]]])
})

test('what is no aside is ignored and counted', () => {
  const { asides, answers, counts } = desk()
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"id":1}',
    '{"id":"1","name":"x"}',
    `{"id":1,"name":"${'x'.repeat(65)}"}`,
  ]) {
    asides.hear(text)
  }
  expect([answers, counts.asidesMalformed]).toEqual([[], 7])
})

test('forty at once, and ten more in each second', async () => {
  const { answers, hear, counts, clock } = desk()
  for (let id = 1; id <= 41; id++) hear({ id, name: 'settings', ask: {} })
  expect(answers).toEqual([{ id: 41, refused: 'That was too much at once: wait a few seconds, and try again.' }])
  await vi.waitUntil(() => answers.length === 41)
  clock.now = 1_000
  for (let id = 1; id <= 11; id++) hear({ id, name: 'settings', ask: {} })
  await vi.waitUntil(() => answers.length === 52)
  expect([counts.asidesMet, counts.asidesTooFast]).toEqual([50, 2])
})

test('when answers take long, no more than forty are under way', () => {
  const { hear, counts, clock } = desk(() => new Promise(() => {}))
  for (let id = 1; id <= 45; id++) {
    clock.now += 1_000
    hear({ id, name: 'settings', ask: {} })
  }
  expect(counts.asidesTooFast).toBe(5)
})
