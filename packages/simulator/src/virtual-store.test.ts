import type { Uin } from '@seekyou/language'
import type { Message, Need } from '@seekyou/service'
import { expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { hashOf, type StoreOutcome, VirtualStore } from './virtual-store.ts'

const ann = 1_001 as Uin
const bob = 1_002 as Uin
const password = Uint8Array.of(1, 2)
const message = (id: number, to = bob): Message => ({ id, to, from: ann, kind: 1, text: Uint8Array.of(id), at: 0 })
const commit = (keep: Message[], forget: number[] = [], storedMax = 100): Need => ({
  name: 'commit',
  keep,
  forget,
  storedMax,
  storedFromOneMax: storedMax,
})

class Asker {
  readonly refused: number[] = []
  readonly store: VirtualStore
  now = 0
  #nextId = 1

  constructor(seed = 1) {
    this.store = new VirtualStore(new Dice(seed), 10, ({ id }) => this.refused.push(id))
    for (const uin of [ann, bob]) this.store.addAccount(uin, hashOf(password))
  }

  ask(need: Need): void {
    this.store.handle({ kind: 'need', id: this.#nextId++, need }, this.now)
  }

  answers(): readonly StoreOutcome[] {
    this.now += 1_000
    return this.store.handle({ kind: 'wake' }, this.now)
  }

  /** What somebody would be given. */
  stored(uin = bob): number[] {
    this.ask({ name: 'waitingMessages', uin, most: 10 })
    const answer = this.answers().at(-1)
    return answer?.kind === 'met' ? (answer.answer as Message[]).map(({ id }) => id) : []
  }
}

test('messages are kept, read oldest first, and forgotten', () => {
  const asker = new Asker()
  asker.ask(commit([message(3), message(1)]))
  asker.ask(commit([message(2)], [3]))
  expect(asker.stored()).toEqual([1, 2])
  expect(asker.stored(ann)).toEqual([])
  asker.ask({ name: 'findAccount', uin: bob })
  expect(asker.answers()).toMatchObject([{ answer: { account: { uin: bob }, waitingFrom: [ann] } }])
})

test('answers come in the order of the questions, after a while', () => {
  const asker = new Asker()
  asker.ask(commit([message(1)]))
  asker.ask({ name: 'findAccount', uin: 5 as Uin })
  expect(asker.store.wakeAt).toBeGreaterThan(0)
  expect(asker.store.handle({ kind: 'wake' }, 0)).toEqual([])
  expect(asker.answers()).toEqual([
    { kind: 'met', id: 1, answer: { refused: [] } },
    { kind: 'met', id: 2, answer: undefined },
  ])
})

test('messages to nobody, and to somebody whose store is full, are refused', () => {
  const asker = new Asker()
  asker.ask(commit([message(1, 9 as Uin), message(2), message(3)], [], 1))
  expect(asker.answers()).toMatchObject([
    {
      answer: {
        refused: [
          { id: 1, because: 'unknown' },
          { id: 3, because: 'full' },
        ],
      },
    },
  ])
  expect(asker.refused).toEqual([1, 3])
  expect(asker.store.mostWaiting).toBe(1)
})

test('passwords are checked, and accounts made', () => {
  const asker = new Asker()
  asker.ask({ name: 'verifyPassword', password, hash: hashOf(password) })
  asker.ask({ name: 'verifyPassword', password: Uint8Array.of(1), hash: hashOf(password) })
  asker.ask({ name: 'verifyPassword', password, hash: undefined })
  expect(asker.answers()).toMatchObject([{ answer: true }, { answer: false }, { answer: false }])
  asker.ask({ name: 'createAccount', passwordHash: 'x', invite: undefined })
  asker.ask({ name: 'createAccount', passwordHash: 'x', invite: undefined })
  expect(asker.answers()).toMatchObject([{ answer: 100_000 }, { answer: 100_001 }])
})

test('trouble: a full disk refuses to write, a store that is away refuses everything, a stuck one is silent', () => {
  const asker = new Asker()
  asker.store.setTrouble('full', asker.now)
  asker.ask(commit([message(1)]))
  asker.ask({ name: 'findAccount', uin: bob })
  expect(asker.answers().map(({ kind }) => kind)).toEqual(['unmet', 'met'])
  asker.store.setTrouble('away', asker.now)
  asker.ask({ name: 'findAccount', uin: bob })
  expect(asker.answers().map(({ kind }) => kind)).toEqual(['unmet'])
  asker.store.setTrouble('stuck', asker.now)
  asker.ask(commit([message(2)]))
  expect(asker.answers()).toEqual([])
  expect(asker.store.wakeAt).toBeUndefined()
  asker.store.setTrouble('none', asker.now)
  expect(asker.answers()).toHaveLength(1)
  expect(asker.stored()).toEqual([2])
})

test('a crash keeps what was answered; of what was under way the first few, by dice', () => {
  const outcomes = new Set<string>()
  for (let seed = 0; seed < 50; seed++) {
    const asker = new Asker(seed)
    asker.ask(commit([message(1)]))
    asker.answers()
    asker.ask(commit([message(2)]))
    asker.ask(commit([message(3)], [1]))
    asker.store.handle({ kind: 'crash' }, asker.now)
    expect(asker.answers()).toEqual([])
    outcomes.add(asker.stored().join())
  }
  expect(outcomes).toEqual(new Set(['1', '1,2', '2,3']))
})

test('what somebody was told is on the disk after a while, and after a trouble only when it is over', () => {
  const { store } = new Asker()
  // A commit takes 10 ms at the most, and another one may be under way.
  expect(store.mustHave(1_000, 1_000)).toBe(true)
  expect([2_900, 3_100].map((now) => store.mustHave(1_000, now, 2_000))).toEqual([false, true])
  store.setTrouble('full', 1_100)
  expect([store.mustHave(1_000, 1_000), store.mustHave(1_000, 90_000, 2_000)]).toEqual([true, false])
  expect(store.mustHave(1_200, 90_000)).toBe(false)
  store.setTrouble('none', 5_000)
  expect([5_500, 6_100].map((now) => store.mustHave(1_200, now))).toEqual([false, true])
  expect(store.mustHave(7_000, 7_000)).toBe(true)
})

test('a slow store has what somebody was told some time later, because nobody waits for it longer than half a second', () => {
  const { store } = new Asker()
  store.slowestMs = 1_000
  expect([2_000, 3_000].map((now) => store.mustHave(1_000, now))).toEqual([false, true])
})

test('links of a process are what the next one finds, and when they were so is known', () => {
  const asker = new Asker()
  const links = [{ uin: ann, visit: 'where', numbers: 'how far' }]
  asker.now = 500
  asker.ask({ ...(commit([]) as Need<'commit'>), links, at: 7 })
  asker.answers()
  asker.now = 9_000
  asker.ask({ ...(commit([]) as Need<'commit'>), links: [{ uin: ann, numbers: 'farther' }], at: 8 })
  asker.answers()
  expect(asker.store.formerLinks()).toMatchObject({ at: 8, links: [{ visit: 'where', numbers: 'farther' }], ended: [] })
  expect(asker.store.visitAt(ann)).toBe(500)
  expect(asker.store.visitAt(bob)).toBe(Number.NEGATIVE_INFINITY)
})

test('ids are never given out twice', () => {
  const { store } = new Asker()
  expect([store.takeIdBlock(), store.takeIdBlock()]).toEqual([1, 1_000_001])
})
