import { uin } from '@seekyou/language'
import type { NewMessage } from '@seekyou/service'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keeper, unsafeMax } from './keeper.ts'
import type { Claim } from './kept.ts'

const message: NewMessage = { to: uin(1_002), from: uin(1_001), kind: 1, text: new Uint8Array(), at: 0 }
const claimOf = (pending = 1): Claim => ({ pending })
const newKeeper = () => new Keeper<Claim>(1, { storedMax: 100, storedFromOneMax: 100 })

test('numbers go on from where they are told to', () => {
  const keeper = new Keeper<Claim>(41, { storedMax: 100, storedFromOneMax: 100 })
  expect(
    [keeper.accept(message, undefined, 0), keeper.accept(message, undefined, 0)].map((kept) => kept.message.id),
  ).toEqual([41, 42])
})

test('a group closes four milliseconds after its first message', () => {
  const keeper = newKeeper()
  expect(keeper.wakeAt).toBeUndefined()
  keeper.accept(message, undefined, 10)
  keeper.accept(message, undefined, 13)
  expect(keeper.wakeAt).toBe(14)
  expect(keeper.close(0, true)).toMatchObject({
    name: 'commit',
    keep: [{ id: 1 }, { id: 2 }],
    forget: [],
    storedMax: 100,
  })
  expect(keeper.wakeAt).toBeUndefined()
})

test('one commit at a time', () => {
  const keeper = newKeeper()
  keeper.accept(message, undefined, 0)
  keeper.close(0, true)
  keeper.accept(message, undefined, 1)
  expect([keeper.close(0, true), keeper.wakeAt]).toEqual([undefined, undefined])
  keeper.committed([], 2)
  expect(keeper.wakeAt).toBe(5)
  expect(keeper.close(0, true)).toMatchObject({ keep: [{ id: 2 }] })
})

test('what is delivered before its group closes is never committed', () => {
  const keeper = newKeeper()
  const claim = claimOf()
  const kept = keeper.accept(message, claim, 0)
  expect(keeper.delivered(kept, 1)).toBe(claim)
  expect(keeper.delivered(kept, 1)).toBeUndefined()
  expect(keeper.isSettled).toBe(true)
  expect(keeper.close(0, true)).toBeUndefined()
})

test('what is delivered while it is committed is forgotten by the next commit', () => {
  const keeper = newKeeper()
  const claim = claimOf()
  const kept = keeper.accept(message, claim, 0)
  keeper.close(0, true)
  expect(keeper.delivered(kept, 5)).toBe(claim)
  expect(keeper.isGone(1)).toBe(true)
  expect(keeper.committed([], 6)).toEqual({ safe: [], refused: [] })
  expect([keeper.isGone(1), keeper.wakeAt, keeper.isSettled]).toEqual([true, 10, false])
  expect(keeper.close(0, true)).toMatchObject({ keep: [], forget: [1] })
  expect(keeper.isGone(1)).toBe(true)
  keeper.committed([], 11)
  expect([keeper.isGone(1), keeper.isSettled]).toEqual([false, true])
})

test('what comes from the store is forgotten when it is delivered', () => {
  const keeper = newKeeper()
  const kept = keeper.recall({ ...message, id: 7 }, 0)
  expect(keeper.isSettled).toBe(true)
  keeper.delivered(kept, 1)
  expect(keeper.close(0, true)).toMatchObject({ keep: [], forget: [7] })
})

test('a claim on several messages is satisfied by the last one, whichever way it became safe', () => {
  const keeper = newKeeper()
  const claim = claimOf(3)
  const [one, two] = [keeper.accept(message, claim, 0), keeper.accept(message, claim, 0)]
  expect(keeper.delivered(two!, 1)).toBeUndefined()
  keeper.accept(message, claim, 2)
  keeper.close(0, true)
  expect(keeper.delivered(one!, 3)).toBeUndefined()
  expect(keeper.committed([], 5).safe).toEqual([claim])
})

test('what the store would not keep satisfies its claim, and is reported unless it was delivered meanwhile', () => {
  const keeper = newKeeper()
  const claims = [claimOf(), claimOf()]
  const [one, two] = claims.map((claim) => keeper.accept(message, claim, 0))
  keeper.close(0, true)
  keeper.delivered(two!, 1)
  expect(
    keeper.committed(
      [
        { id: 1, because: 'full' },
        { id: 2, because: 'full' },
      ],
      5,
    ),
  ).toEqual({
    safe: [claims[0]],
    refused: [{ entry: one, because: 'full' }],
  })
  expect([one!.stage, two!.stage, keeper.isSettled]).toEqual(['done', 'done', true])
})

test('a failed commit is tried again after a second, older messages first, with what came meanwhile', () => {
  const keeper = newKeeper()
  keeper.accept(message, undefined, 0)
  keeper.delivered(keeper.recall({ ...message, id: 90 }, 0), 0)
  keeper.close(0, true)
  keeper.accept(message, undefined, 5)
  expect(keeper.failed(6)).toEqual([])
  expect([keeper.isFailing, keeper.wakeAt, keeper.isSettled]).toEqual([true, 1_006, false])
  expect(keeper.close(0, true)).toMatchObject({ keep: [{ id: 1 }, { id: 2 }], forget: [90] })
  keeper.committed([], 2_000)
  expect([keeper.isFailing, keeper.isSettled]).toEqual([false, true])
})

test('those who have waited for half a minute are named once', () => {
  const keeper = newKeeper()
  const [one, two] = [keeper.accept(message, claimOf(), 0), keeper.accept(message, claimOf(), 1_000)]
  const fail = (now: number) => {
    keeper.close(0, true)
    return keeper.failed(now)
  }
  expect(fail(29_999)).toEqual([])
  expect(fail(30_000)).toEqual([one])
  expect(fail(31_000)).toEqual([two])
  expect(fail(32_000)).toEqual([])
})

test('whose messages are in nobody’s hands can be asked for', () => {
  const keeper = newKeeper()
  const one = keeper.accept(message, undefined, 0)
  keeper.close(0, true)
  const two = keeper.accept(message, undefined, 1)
  keeper.accept({ ...message, to: uin(1_003) }, undefined, 1)
  keeper.delivered(keeper.accept(message, undefined, 1), 2)
  expect([...keeper.waitingFor(1_002)]).toEqual([one, two])
})

test('it is full when twenty thousand messages are unsafe, those being committed included; for those who are here at forty', () => {
  const keeper = newKeeper()
  for (let count = 0; count < unsafeMax / 2; count++) keeper.accept(message, undefined, 0)
  keeper.close(0, true)
  for (let count = 1; count < unsafeMax / 2; count++) keeper.accept(message, undefined, 0)
  expect(keeper.hasRoom(false)).toBe(true)
  keeper.accept(message, undefined, 0)
  expect([keeper.hasRoom(false), keeper.hasRoom(true)]).toEqual([false, true])
  for (let count = 0; count < unsafeMax; count++) keeper.accept(message, undefined, 0, true)
  expect(keeper.hasRoom(true)).toBe(false)
  keeper.committed([], 1)
  expect([keeper.hasRoom(false), keeper.hasRoom(true)]).toEqual([false, true])
})

test('a message that is under way to a slow recipient is offered to a full store again, and refused after a minute', () => {
  const keeper = newKeeper()
  const claim = claimOf()
  const kept = keeper.accept(message, claim, 0, true)
  kept.isUnderWay = true
  for (let now = 40; now < 60_000; now = keeper.wakeAt!) {
    expect(keeper.close(now)).toMatchObject({ keep: [{ id: 1 }] })
    expect(keeper.committed([{ id: 1, because: 'full' }], now)).toEqual({ safe: [], refused: [] })
    expect([keeper.isSettled, keeper.wakeAt, [...keeper.waitingFor(1_002)]]).toEqual([true, now + 10_000, [kept]])
  }
  keeper.close(60_040)
  expect(keeper.committed([{ id: 1, because: 'full' }], 60_041)).toEqual({
    safe: [claim],
    refused: [{ entry: kept, because: 'full' }],
  })
  expect(keeper.wakeAt).toBeUndefined()
})

test('one whose link ends undelivered is refused the next time, one that arrives is not offered any more', () => {
  const keeper = newKeeper()
  const [one, two] = [claimOf(), claimOf()].map((claim) => keeper.accept(message, claim, 0, true))
  for (const kept of [one!, two!]) kept.isUnderWay = true
  keeper.close(40)
  keeper.committed(
    [1, 2].map((id) => ({ id, because: 'fullOfSender' as const })),
    41,
  )
  one!.isUnderWay = false
  expect(keeper.delivered(two!, 5_000)).toBeDefined()
  expect(keeper.close(10_041)?.keep).toEqual([one!.message])
  expect(keeper.committed([{ id: 1, because: 'fullOfSender' }], 10_042)).toMatchObject({ safe: [{ pending: 0 }] })
})

test('a commit that was never begun cannot end', () => {
  expect(() => newKeeper().committed([], 0)).toThrow('a commit ended that was never begun')
  expect(() => newKeeper().failed(0)).toThrow('a commit ended that was never begun')
})

test('delivered messages take no room, however many there were', () => {
  const keeper = new Keeper(1, { storedMax: 100, storedFromOneMax: 100 })
  for (let count = 0; count < unsafeMax * 2; count++) keeper.delivered(keeper.accept(message, undefined, 0, true), 0)
  expect(keeper.hasRoom(false)).toBe(true)
  expect(keeper.wakeAt).toBe(undefined)
  expect(keeper.isSettled).toBe(true)
})

test('a message that is under way has 40 ms before the disk must make it safe', () => {
  const keeper = new Keeper(1, { storedMax: 100, storedFromOneMax: 100 })
  const [fast, slow] = [keeper.accept(message, undefined, 0, true), keeper.accept(message, undefined, 10, true)]
  keeper.delivered(fast, 5)
  expect(keeper.wakeAt).toBe(50)
  expect(keeper.close(49)).toBe(undefined)
  expect(keeper.close(50)?.keep).toEqual([slow.message])
})

test('when it is time to close, there is something to close, whatever the fractions of a millisecond', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (acceptedAt) => {
      const keeper = new Keeper(1, { storedMax: 100, storedFromOneMax: 100 })
      keeper.accept(message, undefined, acceptedAt, true)
      expect(keeper.close(keeper.wakeAt!)?.keep).toHaveLength(1)
    }),
  )
})
