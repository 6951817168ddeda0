import { uin } from '@seekyou/language'
import { type Answer, ask, type Need, type Waiting } from '@seekyou/service'
import { expect, test } from 'vitest'
import { Errands, type Returned } from './errands.ts'

function* twoQuestions(): Waiting<readonly [Answer<'findAccount'>, boolean]> {
  const found = yield* ask({ name: 'findAccount', uin: uin(1_001) })
  const right = yield* ask({ name: 'verifyPassword', password: new Uint8Array(), hash: undefined })
  return [found, right]
}

function begin() {
  const sent: [id: number, name: Need['name']][] = []
  const returned: Returned<unknown>[] = []
  const errands = new Errands((id, need) => sent.push([id, need.name]))
  const start = () => errands.start(twoQuestions(), (one) => returned.push(one))
  return { errands, sent, returned, start }
}

test('each need goes out under a number of its own, and its answer leads on', () => {
  const { errands, sent, returned, start } = begin()
  start()
  start()
  errands.met(2, undefined)
  errands.met(3, true)
  expect(sent).toEqual([[1, 'findAccount'], [2, 'findAccount'], [3, 'verifyPassword']]) // biome-ignore format: one line
  expect(returned).toEqual([{ result: [undefined, true] }])
  expect(errands.size).toBe(1)
})

test('a need that cannot be met ends the errand', () => {
  const { errands, returned, start } = begin()
  start()
  errands.unmet(1, 'away')
  expect([returned, errands.size]).toEqual([[{ unmet: 'away' }], 0])
})

test('answers that nobody waits for mean nothing', () => {
  const { errands, sent, start } = begin()
  start()
  errands.met(7, true)
  errands.unmet(8, 'away')
  errands.met(1, undefined)
  errands.met(1, undefined)
  expect(sent).toHaveLength(2)
  expect(errands.size).toBe(1)
})

test('an errand without needs returns at once', () => {
  const { errands, sent, returned } = begin()
  // biome-ignore lint/correctness/useYield: a handler that never has to wait
  function* atOnce(): Waiting<string> {
    return 'here'
  }
  errands.start(atOnce(), (one) => returned.push(one))
  expect([sent, returned]).toEqual([[], [{ result: 'here' }]])
})
