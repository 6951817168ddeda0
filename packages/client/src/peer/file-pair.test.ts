import { uin } from '@seekyou/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Disk, disk, SessionPair, type Told } from '../testing/session-pair.ts'
import { FileReceiver, type FileReceiverOptions } from './file-receiver.ts'
import { FileSender } from './file-sender.ts'
import type { FileOrder, TransferWish } from './session.ts'

const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
const wish = (wish: TransferWish) => ({ kind: 'wish', wish }) as const
/** So many bytes, every one unlike its neighbours. */
const content = (length: number, seed = 0): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => at * 31 + (at >> 8) + seed)

interface Town {
  readonly pair: SessionPair
  readonly ann: Disk
  readonly bob: Disk
}

/** Ann sends files to Bob: their names are a, b, c … */
function town(
  sources: readonly Uint8Array[],
  options: { readonly dice?: () => number; readonly bob?: Disk } & Partial<FileReceiverOptions> = {},
): Town {
  const files = sources.map(({ length }, at) => ({ name: text(String.fromCharCode(97 + at)), size: length }))
  const bytesMax = files.reduce((sum, { size }) => sum + size, 0)
  const ann = disk(sources)
  const { dice, bob = disk(), ...rest } = options
  const sender = new FileSender({ id: 1, nick: text('ann'), files })
  const receiver = new FileReceiver({ id: -1, nick: text('bob'), from: uin(1_001), bytesMax, ...rest })
  return { pair: new SessionPair(sender, receiver, dice, [ann, bob]), ann, bob }
}

/** What was told, in short: 'began 0 at 0', 'ended 0 done', 'ended done'. Progress is left out. */
function short(told: readonly Told[]): string[] {
  return told.flatMap((one) => {
    switch (one.kind) {
      case 'fileBegan':
        return `began ${one.file} at ${one.at}`
      case 'fileEnded':
        return `ended ${one.file} ${one.because}`
      case 'filesEnded':
        return `ended ${one.because}`
      case 'fileProgress':
        return []
      default:
        return one.kind === 'dropped' ? `dropped ${one.because}` : one.kind
    }
  })
}

const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
const drawFrom = (dice: fc.Stream<number>) => () => dice.next().value!

test('files of all sizes arrive as they were, however the connection cuts them', () => {
  const size = fc.oneof(fc.nat(5_000), fc.constantFrom(0, 1, 2_048, 2_049, 63_488, 63_489, 65_536, 200_000))
  fc.assert(
    fc.property(fc.array(size, { maxLength: 5 }), dice, (sizes, dice) => {
      const sources = sizes.map((length, at) => content(length, at))
      const { pair, bob } = town(sources, { dice: drawFrom(dice) })
      pair.pass(60_000)
      const all = sizes.flatMap((_, at) => [`began ${at} at 0`, `ended ${at} done`])
      expect([short(pair.told(0)), short(pair.told(1))]).toEqual([
        [...all, 'ended done'],
        [...all, 'ended done'],
      ])
      expect(bob.finished).toEqual(sizes.map((_, at) => String.fromCharCode(97 + at)))
      for (const [at, name] of bob.finished.entries()) expect(bob.written.get(name)).toEqual(sources[at])
      expect(bob.abandoned).toEqual([])
      // A batch of 31 frames, each with three bytes in front.
      expect(pair.unreadMost).toBeLessThan(31 * (2_048 + 3) + 100)
    }),
    { numRuns: 20 },
  )
})

test('whatever is skipped, slowed, cut and tried again, a file that is finished is whole', () => {
  const wishes: fc.Arbitrary<TransferWish> = fc.oneof(
    fc.constant<TransferWish>({ name: 'skipFile', id: 0 }),
    fc.constantFrom(0, 1, 50, 100).map((percent): TransferWish => ({ name: 'setSpeed', id: 0, percent })),
  )
  const action = fc.record({ steps: fc.nat(60), ms: fc.nat(300), side: fc.constantFrom(0, 1), wish: fc.option(wishes) })
  const actions = fc.array(action, { maxLength: 8 })
  const sizes = fc.array(fc.oneof(fc.constant(0), fc.nat(150_000)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(sizes, actions, fc.boolean(), dice, (sizes, actions, isCut, dice) => {
      const sources = sizes.map((length, at) => content(length, at))
      const bob = disk()
      for (let attempt = 0; attempt < 2; attempt++) {
        const { pair } = town(sources, { dice: drawFrom(dice), bob })
        for (const { steps, ms, side, wish: asked } of actions) {
          pair.settle(steps)
          if (asked) pair.give(side as 0 | 1, wish(asked))
          if (ms > 150) pair.pass(ms - 150)
        }
        for (const side of [0, 1] as const) pair.give(side, wish({ name: 'setSpeed', id: 0, percent: 100 }))
        if (isCut && attempt === 0) pair.cut()
        pair.pass(20_000)
        for (const side of [0, 1] as const) {
          const told = short(pair.told(side))
          expect(told.filter((word) => /^ended [a-z]/.test(word))).toHaveLength(1)
          if (!isCut || attempt === 1) expect(told.at(-1)).toBe('ended done')
        }
      }
      for (const [name, bytes] of bob.written) {
        const source = sources[name.charCodeAt(0) - 97]!
        expect(bytes).toEqual(source.subarray(0, bytes.length))
        if (bob.finished.includes(name)) expect(bytes.length).toBe(source.length)
      }
    }),
    { numRuns: 40 },
  )
})

test('progress is told at most every 250 ms, and a file that ends says how far it came', () => {
  const { pair } = town([content(5_000_000)])
  for (const side of [0, 1] as const) pair.give(side, wish({ name: 'setSpeed', id: 0, percent: 1 }))
  const times: number[] = []
  while (times.length < 20) {
    pair.pass(1)
    for (const { kind } of pair.told(0)) if (kind === 'fileProgress') times.push(pair.now)
  }
  expect(Math.min(...times.slice(1).map((at, index) => at - times[index]!))).toBeGreaterThanOrEqual(250)
  pair.give(0, wish({ name: 'cancelFiles', id: 1 }))
  pair.settle()
  expect(short(pair.told(0))).toEqual(['ended 0 cancelled', 'ended cancelled'])
  const [ended] = pair.told(1).slice(-2)
  expect(ended).toMatchObject({ kind: 'fileEnded', because: 'broken', size: 5_000_000 })
})

describe('speed', () => {
  test('half speed means to rest as long as the sending took', () => {
    const { pair } = town([content(63_488 * 4)])
    pair.give(0, wish({ name: 'setSpeed', id: 1, percent: 50 }))
    pair.pass(3)
    expect(pair.told(0).at(-1)).not.toMatchObject({ kind: 'filesEnded' })
    pair.pass(1)
    expect(pair.told(0).at(-1)).toMatchObject({ kind: 'filesEnded', because: 'done' })
  })

  test.each([0, 1] as const)('side %i pauses and goes on', (side) => {
    const { pair, bob } = town([content(500_000)])
    pair.settle(20)
    pair.give(side, wish({ name: 'setSpeed', id: 0, percent: 0 }))
    pair.pass(59 * 60_000)
    expect([...pair.told(0), ...pair.told(1)].map(({ kind }) => kind)).not.toContain('filesEnded')
    expect(bob.finished).toEqual([])
    pair.give(side, wish({ name: 'setSpeed', id: 0, percent: 100 }))
    pair.settle()
    expect(bob.finished).toEqual(['a'])
  })

  test('a pause ends some time', () => {
    const { pair, bob } = town([content(500_000)])
    pair.settle(20)
    pair.give(0, wish({ name: 'setSpeed', id: 0, percent: 0 }))
    pair.pass(60 * 60_000)
    expect(short(pair.told(0)).slice(-3)).toEqual(['dropped silent', 'ended 0 broken', 'ended broken'])
    expect(bob.abandoned).toEqual(['a'])
  })

  test('one that does not exist is a mistake of the program', () => {
    const { pair } = town([content(1)])
    for (const percent of [-1, 101, Number.NaN]) {
      expect(() => pair.give(0, wish({ name: 'setSpeed', id: 0, percent }))).toThrow('give per cent of full speed')
    }
  })
})

describe('a file that is not wanted', () => {
  test.each([0, 1] as const)('side %i skips the first of two', (side) => {
    const { pair, bob } = town([content(500_000), content(10)])
    pair.settle(30)
    expect(short(pair.told(side))).toEqual(['began 0 at 0'])
    pair.give(side, wish({ name: 'skipFile', id: 0 }))
    pair.settle()
    expect(short(pair.told(side))).toEqual(['ended 0 skipped', 'began 1 at 0', 'ended 1 done', 'ended done'])
    expect([bob.abandoned, bob.finished]).toEqual([['a'], ['b']])
  })

  test.each([0, 1] as const)('side %i skips before anything of it was sent', (side) => {
    const { pair, bob } = town([content(5), content(10)])
    while (!bob.written.has('a')) pair.settle(1)
    pair.give(side, wish({ name: 'skipFile', id: 0 }))
    pair.settle()
    expect(short(pair.told(0)).slice(-4)).toEqual(['ended 0 skipped', 'began 1 at 0', 'ended 1 done', 'ended done'])
    expect(bob.finished).toEqual(['b'])
  })

  test('the last one is skipped', () => {
    const { pair } = town([content(500_000)])
    pair.settle(30)
    pair.give(1, wish({ name: 'skipFile', id: 0 }))
    pair.settle()
    expect([short(pair.told(0)), short(pair.told(1))]).toEqual([
      ['began 0 at 0', 'ended 0 skipped', 'ended done'],
      ['began 0 at 0', 'ended 0 skipped', 'ended done'],
    ])
  })
})

describe('what was left from an earlier transfer', () => {
  test('is not sent again', () => {
    const source = content(100_000)
    const bob = disk()
    bob.written.set('a', source.slice(0, 99_990))
    const { pair } = town([source], { bob })
    pair.settle()
    expect(short(pair.told(0))).toEqual(['began 0 at 99990', 'ended 0 done', 'ended done'])
    expect(bob.written.get('a')).toEqual(source)
  })

  test('may be everything', () => {
    const bob = disk()
    bob.written.set('a', content(10))
    const { pair } = town([content(10)], { bob })
    pair.settle()
    expect([short(pair.told(1)), bob.finished]).toEqual([['began 0 at 10', 'ended 0 done', 'ended done'], ['a']])
  })

  test('a connection that breaks leaves as much as there is', () => {
    const source = content(500_000)
    const { pair, bob } = town([source])
    pair.settle(40)
    pair.cut()
    pair.settle()
    expect(short(pair.told(0)).slice(-2)).toEqual(['ended 0 broken', 'ended broken'])
    expect(short(pair.told(1)).slice(-2)).toEqual(['ended 0 broken', 'ended broken'])
    const part = bob.written.get('a')!
    expect(part.length).toBeGreaterThan(0)
    expect(part).toEqual(source.subarray(0, part.length))
    expect([bob.abandoned, bob.finished]).toEqual([['a'], []])
    const again = town([source], { bob })
    again.pair.settle()
    expect(bob.written.get('a')).toEqual(source)
  })
})

describe('the disk fails', () => {
  const fails = (kind: FileOrder['kind'], file: number) => (order: FileOrder) =>
    order.kind === kind && order.file === file

  test('a file that cannot be read is left out', () => {
    const { pair, ann, bob } = town([content(10), content(200_000), content(30)])
    ann.fails = (order) => order.kind === 'readFile' && order.file === 1 && order.at > 0
    pair.settle()
    expect(short(pair.told(0)).slice(2)).toEqual([
      'began 1 at 0',
      'ended 1 disk',
      'began 2 at 0',
      'ended 2 done',
      'ended disk',
    ])
    expect(short(pair.told(1)).slice(2, 4)).toEqual(['began 1 at 0', 'ended 1 skipped'])
    expect([bob.finished, bob.abandoned]).toEqual([['a', 'c'], ['b']])
  })

  test('a file that has become shorter is left out', () => {
    const shrunk = new SessionPair(
      new FileSender({ id: 1, nick: text('ann'), files: [{ name: text('a'), size: 100_000 }] }),
      new FileReceiver({ id: -1, nick: text('bob'), from: uin(1_001), bytesMax: 100_000 }),
      undefined,
      [disk([content(70_000)]), disk()],
    )
    shrunk.settle()
    expect(short(shrunk.told(0))).toEqual(['began 0 at 0', 'ended 0 disk', 'ended disk'])
  })

  test('what is received cannot be written: the transfer ends, and the part stays', () => {
    const { pair, bob } = town([content(10), content(200_000)])
    bob.fails = fails('writeFile', 1)
    pair.settle()
    expect(short(pair.told(1)).slice(-2)).toEqual(['ended 1 disk', 'ended disk'])
    expect(short(pair.told(0)).at(-1)).toBe('ended broken')
    expect([bob.finished, bob.abandoned]).toEqual([['a'], ['b']])
  })

  test('what is received cannot be opened', () => {
    const { pair, bob } = town([content(10), content(200_000)])
    bob.fails = fails('openFile', 1)
    pair.settle()
    expect(short(pair.told(1)).slice(-2)).toEqual(['ended 1 disk', 'ended disk'])
    expect(bob.finished).toEqual(['a'])
  })
})

describe('whoever falls silent is not waited for', () => {
  test('as the sender', () => {
    const sender = new FileSender({ id: 1, nick: text('ann'), files: [{ name: text('a'), size: 1 }] })
    sender.handle({ kind: 'connected' }, 0)
    expect(sender.wakeAt).toBe(120_000)
    expect(sender.handle({ kind: 'wake' }, 119_999)).toEqual([])
    expect(sender.handle({ kind: 'wake' }, 120_000).map(({ kind }) => kind)).toEqual(['dropped', 'close', 'filesEnded'])
    expect([sender.isOver, sender.wakeAt]).toEqual([true, undefined])
  })

  test('as the receiver', () => {
    const receiver = new FileReceiver({ id: -1, nick: text('bob'), from: uin(1_001), bytesMax: 1 })
    receiver.handle({ kind: 'connected' }, 0)
    expect(receiver.handle({ kind: 'wake' }, 120_000)).toMatchObject([
      { kind: 'dropped', because: 'silent' },
      { kind: 'close' },
      { kind: 'filesEnded', because: 'broken' },
    ])
  })
})

test('before there is a connection nothing is waited for', () => {
  const sender = new FileSender({ id: 1, nick: text('ann'), files: [] })
  sender.handle(wish({ name: 'setSpeed', id: 1, percent: 50 }), 0)
  expect(sender.wakeAt).toBeUndefined()
  const receiver = new FileReceiver({ id: -1, nick: text('bob'), from: uin(1_001), bytesMax: 1 })
  expect(receiver.handle(wish({ name: 'cancelFiles', id: -1 }), 0)).toEqual([
    { kind: 'filesEnded', id: -1, because: 'cancelled' },
  ])
})
