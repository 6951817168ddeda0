import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Link } from './link.ts'
import type { Patience } from './manners.ts'
import { ackFrame, frame, newLink, type Pair, pair, parcel } from './testing/pair.ts'
import type { LinkInput, LinkOutcome } from './turns.ts'

/** Long enough that no law is spoilt by a link that gives up. */
const tireless = { silenceMs: Number.POSITIVE_INFINITY, waits: everyTenSeconds(100) }

const weather = fc.record({
  seed: fc.nat(0xffff_ffff),
  loss: fc.double({ min: 0, max: 0.5, noNaN: true }),
  duplicate: fc.double({ min: 0, max: 0.5, noNaN: true }),
  delay: fc.tuple(fc.nat(50), fc.integer({ min: 50, max: 3_000 })),
  thinkMs: fc.constantFrom(0, 4, 15_000),
})
const inFlightMax = fc.integer({ min: 1, max: 8 })

interface Post {
  readonly lane: number
  readonly size: number
  readonly patience: Patience
  readonly alone: boolean
  readonly afterMs: number
}
const post = (patience: fc.Arbitrary<Patience>): fc.Arbitrary<Post> =>
  fc.record({
    lane: fc.nat(4),
    size: fc.integer({ min: 10, max: 500 }),
    patience,
    alone: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
    afterMs: fc.oneof(fc.constant(0), fc.nat(20_000)),
  })
const steadyPosts = fc.array(post(fc.constantFrom<Patience>('steady', 'message')), { minLength: 1, maxLength: 40 })
const anyPosts = fc.array(post(fc.constantFrom<Patience>('opening', 'brisk', 'steady', 'message')), { maxLength: 40 })

/** Sends all posts; the mark of each is its place, counted from 1. */
function sendAll(pair: Pair, posts: readonly Post[]): void {
  posts.forEach(({ afterMs, ...options }, index) => {
    pair.run(pair.now + afterMs)
    pair.send(index + 1, options)
  })
}

const marksOf = (posts: readonly Post[]) => posts.map((_, index) => index + 1)
const sorted = (marks: readonly unknown[]) => (marks as number[]).toSorted((a, b) => a - b)

test('in a storm every parcel is delivered exactly once and its sender hears of it', () => {
  fc.assert(
    fc.property(weather, inFlightMax, steadyPosts, (weather, inFlightMax, posts) => {
      const stormy = pair({ ...weather, manners: { ...tireless, inFlightMax } })
      sendAll(stormy, posts)
      stormy.run(stormy.now + 100_000)
      stormy.calm()
      stormy.run(stormy.now + 100_000 + 60_000 * posts.length)
      expect(sorted(stormy.right.delivered)).toEqual(marksOf(posts))
      expect(sorted(stormy.left.acknowledged)).toEqual(marksOf(posts))
      expect(stormy.left.lost).toEqual([])
    }),
  )
})

test('whatever happens, each parcel is either acknowledged or lost, and delivered at most once', () => {
  fc.assert(
    fc.property(weather, anyPosts, fc.nat(500_000), (weather, posts, closeAfterMs) => {
      const stormy = pair({ ...weather, loss: weather.loss * 2 })
      sendAll(stormy, posts)
      stormy.run(stormy.now + closeAfterMs)
      stormy.put(stormy.left, { kind: 'close' })
      expect(sorted([...stormy.left.acknowledged, ...stormy.left.lost])).toEqual(marksOf(posts))
      expect(new Set(stormy.right.delivered).size).toBe(stormy.right.delivered.length)
      for (const mark of stormy.left.acknowledged) expect(stormy.right.delivered).toContain(mark)
    }),
  )
})

test('a lane keeps its order, and at most one of it is on its way', () => {
  fc.assert(
    fc.property(weather, inFlightMax, steadyPosts, (weather, inFlightMax, posts) => {
      const stormy = pair({ ...weather, manners: { ...tireless, inFlightMax } })
      sendAll(stormy, posts)
      stormy.calm()
      stormy.run(stormy.now + 100_000 + 60_000 * posts.length)
      const laneOf = (mark: number) => posts[mark - 1]!.lane
      for (const lane of [1, 2, 3, 4]) {
        const shown = stormy.right.delivered.filter((mark) => laneOf(mark) === lane)
        expect(shown).toEqual(sorted(shown))
      }
      for (const onTheWay of stormy.left.onTheWay) {
        const lanes = onTheWay.map(laneOf).filter((lane) => lane !== 0)
        expect(new Set(lanes).size).toBe(lanes.length)
      }
    }),
  )
})

test('never more are on their way than agreed, and nothing beside what wants to be alone', () => {
  fc.assert(
    fc.property(weather, inFlightMax, anyPosts, (weather, inFlightMax, posts) => {
      const stormy = pair({ ...weather, manners: { ...tireless, inFlightMax } })
      sendAll(stormy, posts)
      stormy.run(stormy.now + 600_000)
      for (const onTheWay of stormy.left.onTheWay) {
        expect(onTheWay.length).toBeLessThanOrEqual(inFlightMax)
        if (onTheWay.some((mark) => posts[mark - 1]!.alone)) expect(onTheWay).toHaveLength(1)
      }
    }),
  )
})

test('one number for one parcel, one after another, repetitions included', () => {
  fc.assert(
    fc.property(weather, anyPosts, fc.nat(0xffff), (weather, posts, firstSequence) => {
      const stormy = pair({ ...weather, firstSequence })
      sendAll(stormy, posts)
      stormy.run(stormy.now + 600_000)
      const numbers = new Map<number, number>()
      for (const { mark, sequence, isAck } of stormy.left.sent) {
        if (isAck) continue
        expect(numbers.get(mark) ?? sequence).toBe(sequence)
        numbers.set(mark, sequence)
      }
      const spent = [...numbers.values()]
      expect(spent).toEqual(spent.map((_, index) => (firstSequence + index) & 0xffff))
    }),
  )
})

const bytesPerSecond = fc.integer({ min: 500, max: 4_000 })

test('in any second leave at most twice the bytes of a second, and in calm everything arrives in the order of its lane', () => {
  fc.assert(
    fc.property(weather, bytesPerSecond, inFlightMax, steadyPosts, (weather, bytesPerSecond, inFlightMax, posts) => {
      const stormy = pair({ ...weather, manners: { ...tireless, inFlightMax, bytesPerSecond } })
      posts.forEach(({ afterMs, ...options }, index) => {
        stormy.run(stormy.now + afterMs / 20)
        stormy.send(index + 1, options)
        if (index % 3 === 0) stormy.put(stormy.left, { kind: 'resend' })
      })
      stormy.run(stormy.now + 100_000)
      stormy.calm()
      stormy.run(stormy.now + 100_000 + 60_000 * posts.length)
      const counted = stormy.left.sent.filter(({ isAck }) => !isAck)
      counted.forEach(({ at: from }, index) => {
        const inTime = counted.slice(index).filter(({ at }) => at < from + 1_000)
        expect(inTime.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(2 * bytesPerSecond)
      })
      expect(sorted(stormy.left.acknowledged)).toEqual(marksOf(posts))
      for (const lane of [1, 2, 3, 4]) {
        const shown = stormy.right.delivered.filter((mark) => posts[mark - 1]!.lane === lane)
        expect(shown).toEqual(sorted(shown))
      }
    }),
  )
})

type Step = { readonly input: LinkInput; readonly afterMs: number }
const step: fc.Arbitrary<Step> = fc.record({
  afterMs: fc.oneof(fc.nat(500), fc.nat(50_000)),
  input: fc.oneof(
    fc.nat(50).map((sequence): LinkInput => ({ kind: 'received', frame: frame(sequence) })),
    fc.nat(50).map((sequence): LinkInput => ({ kind: 'received', frame: ackFrame(sequence) })),
    fc.nat(50).map((sequence): LinkInput => ({ kind: 'acknowledge', sequence, code: 0x0104 })),
    post(fc.constantFrom<Patience>('once', 'opening', 'brisk', 'steady', 'message')).map(
      ({ afterMs: _, ...options }): LinkInput => ({ kind: 'send', parcel: parcel(1, options) }),
    ),
    fc.constant<LinkInput>({ kind: 'resend' }),
  ),
})

const rolls = fc.array(fc.nat(99), { minLength: 1 })

test('nothing is due before wakeAt: to wake a link early changes nothing, and waking it in time makes progress', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), rolls, fc.constantFrom(20, 1e9), (steps, rolls, bytesPerSecond) => {
      const punctual = newLink({ inFlightMax: 3, bytesPerSecond })
      const nervous = newLink({ inFlightMax: 3, bytesPerSecond })
      let now = 0
      let roll = 0
      const wakeEarly = (before: number) => {
        const { wakeAt } = nervous
        const at = now + ((Math.min(before, wakeAt ?? before) - now) * rolls[roll++ % rolls.length]!) / 100
        if (at < (wakeAt ?? at + 1)) expect(nervous.handle({ kind: 'wake' }, at)).toEqual([])
        expect(nervous.wakeAt).toBe(wakeAt)
      }
      const both = (input: LinkInput): readonly LinkOutcome[] => {
        const outcomes = punctual.handle(input, now)
        expect(nervous.handle(input, now)).toEqual(outcomes)
        return outcomes
      }
      for (const { input, afterMs } of steps) {
        const until = now + afterMs
        wakeEarly(until)
        for (let at = punctual.wakeAt; at !== undefined && at <= until; at = punctual.wakeAt) {
          now = at
          both({ kind: 'wake' })
          expect(isLater(punctual, now)).toBe(true)
          wakeEarly(until)
        }
        now = until
        both(copied(input))
      }
    }),
  )
})

const isLater = ({ wakeAt }: Link, now: number): boolean => wakeAt === undefined || wakeAt > now

/** A link writes numbers into the datagrams that it is handed; the two links share theirs, and get the same numbers. */
const copied = (input: LinkInput): LinkInput =>
  input.kind === 'send' ? { ...input, parcel: { ...input.parcel, datagram: input.parcel.datagram.slice() } } : input

function everyTenSeconds(times: number) {
  const waits = Array.from({ length: times }, () => 10_000)
  return { opening: waits, brisk: waits, steady: waits, message: waits }
}
