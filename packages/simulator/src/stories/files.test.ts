// Files go from one to the other over wires of all kinds, and go on where they stopped.
import type { PeerNews } from '@seekyou/client'
import { expect, test } from 'vitest'
import type { Citizen } from '../folk/citizen.ts'
import { textOf } from '../folk/profiles.ts'
import { complaintsOf, directCompany } from '../testing/company.ts'
import type { VirtualFile } from '../virtual-disk.ts'
import { goodWires, type WireConditions } from '../virtual-wires.ts'

type Pair = [Citizen, Citizen]
type News<Kind extends PeerNews['kind']> = Extract<PeerNews, { kind: Kind }>

const heard = <Kind extends PeerNews['kind']>({ peerNews }: Citizen, kind: Kind): News<Kind>[] =>
  peerNews.filter((news): news is News<Kind> => news.kind === kind)

const fileOf = (name: string, size: number): VirtualFile => ({
  name,
  bytes: Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 0xff),
})

/** Names, sizes and contents, in a form that can be read. */
const sums = (files: readonly VirtualFile[]): string[] =>
  files.map(
    ({ name, bytes }) => `${name} ${bytes.length} ${bytes.reduce((sum, byte) => (sum * 33 + byte) >>> 0, 5_381)}`,
  )

/** What somebody has received to its end. */
const received = ({ workplace }: Citizen): string[] => sums(workplace!.disk.whole)

const accept = (bob: Citizen, bytesMax?: number): number => {
  const { id } = heard(bob, 'filesOffered').at(-1)!
  const nick = textOf('Bob')
  bob.wish({ name: 'answerFiles', id, accept: true, reason: textOf(''), nick, ...(bytesMax && { bytesMax }) })
  return id
}

/** Ann offers files under the number 1; Bob takes them. */
function transfer(files: readonly VirtualFile[], bytesMax?: number) {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  ann.offerFiles(1, bob.uin, files)
  town.runFor(2_000)
  const id = accept(bob, bytesMax)
  return { town, ann, bob, id }
}

const endOf = (citizen: Citizen): string | undefined => heard(citizen, 'filesEnded').at(-1)?.because

test('several files, an empty one among them, arrive whole and in order, with progress', () => {
  const files = [fileOf('one.bin', 300_000), fileOf('empty', 0), fileOf('two.bin', 70_001)]
  const { town, ann, bob } = transfer(files)
  town.runFor(600_000)
  expect([endOf(ann), endOf(bob)]).toEqual(['done', 'done'])
  expect(received(bob)).toEqual(sums(files))
  const offered = { from: ann.uin, isProven: true, name: textOf('one.bin'), size: 370_001 }
  expect(heard(bob, 'filesOffered')).toMatchObject([offered])
  for (const one of [ann, bob]) {
    expect(heard(one, 'fileBegan').map(({ file, at }) => [file, at])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ])
    expect(heard(one, 'fileEnded').map(({ because, at, size }) => because === 'done' && at === size)).toEqual([
      true,
      true,
      true,
    ])
    expect(heard(one, 'fileProgress').length).toBeGreaterThan(0)
  }
  expect(complaintsOf(town)).toEqual([])
})

test('after a broken connection the next transfer goes on where the first one stopped', () => {
  const file = fileOf('big.bin', 400_000)
  const { town, ann, bob } = transfer([file])
  town.runFor(500)
  town.wires.conditions = { ...goodWires, reset: 0.05 }
  town.runFor(300_000)
  expect([endOf(ann), endOf(bob)]).toEqual(['broken', 'broken'])
  expect(received(bob)).toEqual([])
  town.wires.conditions = goodWires
  ann.offerFiles(2, bob.uin, [file])
  town.runFor(2_000)
  accept(bob)
  town.runFor(600_000)
  expect(heard(ann, 'fileBegan').at(-1)!.at).toBeGreaterThan(0)
  expect(heard(ann, 'fileBegan').at(-1)!.at).toBe(heard(bob, 'fileBegan').at(-1)!.at)
  expect([endOf(ann), endOf(bob)]).toEqual(['done', 'done'])
  expect(received(bob)).toEqual(sums([file]))
})

test('a file comes through any wires, whole, if it is offered often enough', () => {
  const bad: Partial<WireConditions>[] = [
    { reset: 0.02 },
    { silenced: 0.01 },
    { reset: 0.01, silenced: 0.005, unanswered: 0.2, refused: 0.2, delayMs: 100, jitterMs: 2_000, pieceMax: 700 },
  ]
  for (const [index, conditions] of bad.entries()) {
    const file = fileOf('big.bin', 200_000)
    const { town, citizens } = directCompany(2, { seed: index + 1 })
    const [ann, bob] = citizens as Pair
    town.wires.conditions = { ...goodWires, ...conditions }
    let offers = 0
    while (bob.workplace!.disk.whole.length === 0 && offers < 200) {
      ann.offerFiles(++offers, bob.uin, [file])
      const before = heard(bob, 'filesOffered').length
      town.runFor(60_000)
      if (heard(bob, 'filesOffered').length > before) accept(bob)
      town.runFor(1_200_000)
    }
    expect(offers).toBeGreaterThan(1)
    expect(received(bob)).toEqual(sums([file]))
    expect(heard(ann, 'filesEnded')).toHaveLength(offers)
  }
})

test('a program dies in the middle: the other one learns, and the next one goes on', () => {
  const file = fileOf('big.bin', 300_000)
  const { town, ann, bob } = transfer([file])
  town.runFor(1_500)
  bob.die(true, true)
  town.runFor(200_000)
  expect(endOf(ann)).toBe('broken')
  bob.signOn()
  town.runFor(700_000)
  ann.offerFiles(2, bob.uin, [file])
  town.runFor(5_000)
  accept(bob)
  town.runFor(600_000)
  expect(heard(bob, 'fileBegan').at(-1)!.at).toBeGreaterThan(0)
  expect(received(bob)).toEqual(sums([file]))
})

test('skipped, cancelled, refused, taken back, too large, disk full, unreachable', () => {
  const big = fileOf('big.bin', 500_000)
  const skipped = transfer([big, fileOf('small.bin', 10)])
  skipped.town.runFor(500)
  skipped.bob.wish({ name: 'skipFile', id: skipped.id })
  skipped.town.runFor(100_000)
  expect(skipped.bob.workplace!.disk.whole.map(({ name }) => name)).toEqual(['small.bin'])
  expect(heard(skipped.ann, 'fileEnded').map(({ because }) => because)).toEqual(['skipped', 'done'])

  const cancelled = transfer([big])
  cancelled.town.runFor(500)
  cancelled.ann.wish({ name: 'cancelFiles', id: 1 })
  cancelled.town.runFor(100_000)
  expect([endOf(cancelled.ann), endOf(cancelled.bob)]).toEqual(['cancelled', 'broken'])

  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  ann.offerFiles(1, bob.uin, [big])
  town.runFor(2_000)
  const { id } = heard(bob, 'filesOffered')[0]!
  bob.wish({ name: 'answerFiles', id, accept: false, reason: textOf('no room'), nick: textOf('') })
  town.runFor(2_000)
  expect(heard(ann, 'filesEnded')).toMatchObject([{ because: 'refused', reason: textOf('no room') }])
  ann.offerFiles(2, bob.uin, [big])
  town.runFor(2_000)
  ann.wish({ name: 'cancelFiles', id: 2 })
  town.runFor(2_000)
  expect([endOf(ann), endOf(bob)]).toEqual(['cancelled', 'cancelled'])

  const tooLarge = transfer([big], 400_000)
  tooLarge.town.runFor(200_000)
  expect(endOf(tooLarge.bob)).toBe('tooLarge')
  expect(received(tooLarge.bob)).toEqual([])

  const full = transfer([big])
  full.town.runFor(500)
  full.bob.workplace!.disk.isFull = true
  full.town.runFor(200_000)
  expect(endOf(full.bob)).toBe('disk')

  town.wires.conditions = { ...goodWires, refused: 1 }
  citizens[0]!.die()
  citizens[0]!.signOn()
  town.runFor(5_000)
  ann.offerFiles(3, bob.uin, [big])
  town.runFor(60_000)
  expect(heard(ann, 'filesEnded').at(-1)).toMatchObject({ id: 3, because: 'unreachable' })
})

test('a paused transfer waits, a slowed one takes longer, and nothing is missing', () => {
  const file = fileOf('big.bin', 200_000)
  const { town, ann, bob, id } = transfer([file])
  town.runFor(500)
  bob.wish({ name: 'setSpeed', id, percent: 0 })
  town.runFor(60_000)
  const { at } = heard(ann, 'fileProgress').at(-1)!
  town.runFor(60_000)
  expect(heard(ann, 'fileProgress').at(-1)!.at - at).toBeLessThan(20_000)
  bob.wish({ name: 'setSpeed', id, percent: 50 })
  town.runFor(600_000)
  expect(received(bob)).toEqual(sums([file]))
})
