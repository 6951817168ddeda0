import type { Frame } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { forgetUnkept } from './forget-unkept.ts'
import type { Knock } from './knocks.ts'
import { type Command, newVisit, type Visit } from './visit.ts'

const knock = { intent: { name: 'signOn' }, frames: [] } as unknown as Knock

/** A visit with commands under the numbers 0, 1, 2 …, which came and were acknowledged at these times. */
function visitWith(times: readonly number[]): Visit {
  const visit = newVisit(0 as never, [knock], 0)
  for (const [sequence, at] of times.entries()) visit.commands.set(sequence, [commandAt(sequence, at)])
  return visit
}

const commandAt = (sequence: number, at: number): Command => ({
  frame: { sequence } as Frame,
  intent: undefined,
  request: 0,
  firstAt: at,
  lastAt: at,
  wasEarly: false,
  copies: 1,
  acks: 1,
  ackedAt: at,
})

const knownIn = ({ commands }: Visit): number[] =>
  [...commands].flatMap(([sequence, all]) => (all.length > 0 ? [sequence] : []))

const upTo = (most: number, step = 1): number[] => Array.from({ length: most }, (_, index) => (index + 1) * step)

test('all are known while they are few', () => {
  const visit = visitWith(upTo(63))
  forgetUnkept(visit, () => true)
  expect(knownIn(visit)).toHaveLength(63)
})

test('those that came last are known, as far as it can be seen which those are', () => {
  const visit = visitWith([...upTo(20), ...Array(40).fill(100), ...upTo(30, 1_000)])
  forgetUnkept(visit, () => true)
  expect(knownIn(visit)).toEqual(upTo(30).map((count) => count + 59))
})

test('those of which nobody can say whether they were kept may take the place of others', () => {
  const visit = visitWith(upTo(60))
  forgetUnkept(visit, (toldAt) => toldAt <= 50)
  expect(knownIn(visit)).toHaveLength(50)
  for (const at of upTo(20)) visit.commands.set(100 + at, [commandAt(100 + at, 100 + at)])
  forgetUnkept(visit, () => true)
  expect(knownIn(visit)).toHaveLength(53)
})
