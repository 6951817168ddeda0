// Messages that go from one program to the other without the server, over wires of all kinds.
import { messageKind, status } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Citizen } from '../folk/citizen.ts'
import { textOf } from '../folk/profiles.ts'
import { complaintsOf, directCompany, numbersShown } from '../testing/company.ts'
import { goodWires } from '../virtual-wires.ts'

type Pair = [Citizen, Citizen]

const acceptedBy = (town: ReturnType<typeof directCompany>['town'], ids: readonly number[]): string[] =>
  [...town.ledger.entries()]
    .filter(({ id }) => ids.includes(id))
    .map(({ isAccepted, isDirect }) => (isDirect ? 'peer' : isAccepted ? 'server' : 'nobody'))

test('two on line talk directly: over one connection, both ways, in order, and the server hears nothing', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  const handed = [ann.say(bob.uin), ann.say(bob.uin, { kind: messageKind.url }), ann.say(bob.uin, { letters: 1_800 })]
  town.runFor(2_000)
  const back = [bob.say(ann.uin, { kind: messageKind.contacts }), bob.say(ann.uin, { kind: 0x8001 })]
  town.runFor(2_000)
  expect(numbersShown(bob, town)).toEqual(handed)
  expect(numbersShown(ann, town)).toEqual(back)
  expect(acceptedBy(town, [...handed, ...back])).toEqual(Array(5).fill('peer'))
  expect(town.wires.counters).toMatchObject({ attempts: 1, connections: 1 })
  expect([...town.ledger.entries()].every(({ turn }) => turn === undefined)).toBe(true)
  expect(complaintsOf(town)).toEqual([])
})

test('kinds that peers do not know go through the server, and so does everything when the server hides addresses', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  const id = ann.say(bob.uin, { kind: 0x4711 })
  town.runFor(2_000)
  expect(acceptedBy(town, [id])).toEqual(['server'])
  const other = directCompany(2, { regime: { direct: 'off' } })
  const said = other.citizens[0]!.say(other.citizens[1]!.uin)
  other.town.runFor(2_000)
  expect(acceptedBy(other.town, [said])).toEqual(['server'])
  expect(other.town.wires.counters.attempts).toBe(0)
  expect([...complaintsOf(town), ...complaintsOf(other.town)]).toEqual([])
})

test.each([
  ['nobody answers', { unanswered: 1 }],
  ['the connection is refused', { refused: 1 }],
  ['each connection breaks at once', { reset: 1 }],
  ['each connection falls silent at once', { silenced: 1 }],
])('%s: the message goes through the server, and those behind it after it', (_, wrong) => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  town.wires.conditions = { ...goodWires, ...wrong }
  const said = [ann.say(bob.uin), ann.say(bob.uin), ann.say(bob.uin)]
  town.runFor(120_000)
  expect(numbersShown(bob, town)).toEqual(said)
  expect(acceptedBy(town, said)).toEqual(Array(3).fill('server'))
  expect(complaintsOf(town)).toEqual([])
})

test('the connection breaks in the middle of a conversation: nothing is lost or out of order, little comes twice', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  const said: number[] = []
  for (let count = 0; count < 200; count++) {
    said.push(ann.say(bob.uin))
    if (count % 40 === 20) town.wires.conditions = { ...goodWires, reset: 0.3 }
    if (count % 40 === 30) town.wires.conditions = goodWires
    town.runFor(count % 7 === 0 ? 1_500_000 : 200)
  }
  town.runFor(300_000)
  const shown = numbersShown(bob, town)
  expect([...new Set(shown)]).toEqual(said)
  expect(shown.length).toBeLessThan(said.length + 20)
  expect(town.wires.counters.broken).toBeGreaterThan(2)
  expect(town.faceToFace.count).toBeGreaterThan(100)
  expect(complaintsOf(town)).toEqual([])
})

test('somebody is cut off from the others and not from the server: messages wait a minute and go around', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  ann.say(bob.uin)
  town.runFor(2_000)
  bob.workplace!.isCut = true
  const said = [ann.say(bob.uin), ann.say(bob.uin)]
  town.runFor(50_000)
  expect(acceptedBy(town, said)).toEqual(['nobody', 'nobody'])
  town.runFor(30_000)
  expect(acceptedBy(town, said)).toEqual(['server', 'server'])
  bob.workplace!.isCut = false
  town.runFor(600_000)
  expect([...new Set(numbersShown(bob, town).slice(1))]).toEqual(said)
  expect(complaintsOf(town)).toEqual([])
})

test('a program dies while it is written to, and comes back', () => {
  for (const silently of [false, true]) {
    const { town, citizens } = directCompany(2)
    const [ann, bob] = citizens as Pair
    ann.say(bob.uin)
    town.runFor(2_000)
    bob.die(true, silently)
    const said = [ann.say(bob.uin), ann.say(bob.uin)]
    town.runFor(100_000)
    bob.signOn()
    town.runFor(300_000)
    // What was kept for him may overtake on its way.
    expect(numbersShown(bob, town).slice(1).sort()).toEqual(said)
    const again = ann.say(bob.uin)
    town.runFor(700_000)
    const later = ann.say(bob.uin)
    town.runFor(5_000)
    expect(numbersShown(bob, town).slice(3)).toEqual([again, later])
    expect(acceptedBy(town, [later])).toEqual(['peer'])
    expect(complaintsOf(town)).toEqual([])
  }
})

test('only directly means only directly', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  town.wires.conditions = { ...goodWires, refused: 1 }
  const id = ann.say(bob.uin, { via: 'peer' })
  town.runFor(60_000)
  expect(ann.returned).toEqual([{ kind: 'messageFailed', id, because: 'unreachable' }])
  expect(bob.shown).toEqual([])
  expect(complaintsOf(town)).toEqual([])
})

test('away: delivered, and answered with the text; occupied: returned, unless it is urgent', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  bob.wish({ name: 'setAwayText', text: textOf('Back at five.') })
  bob.changeStatus(status(0x01))
  town.runFor(5_000)
  const first = ann.say(bob.uin)
  ann.wish({ name: 'askAwayText', id: 1, uin: bob.uin })
  town.runFor(2_000)
  expect(ann.peerNews).toEqual([{ kind: 'awayText', id: 1, text: textOf('Back at five.') }])
  bob.changeStatus(status(0x11))
  town.runFor(5_000)
  const second = ann.say(bob.uin)
  town.runFor(2_000)
  expect(ann.returned).toEqual([
    { kind: 'messageReturned', id: second, because: 'occupied', text: textOf('Back at five.') },
  ])
  const third = ann.say(bob.uin, { urgency: 'urgent' })
  town.runFor(2_000)
  expect(numbersShown(bob, town)).toEqual([first, third])
  expect(complaintsOf(town)).toEqual([])
})

test('behind one router people reach each other inside, and nobody from outside', () => {
  const { town, citizens } = directCompany(1)
  const [out] = citizens as [Citizen]
  const [ann, bob] = [town.citizen({ at: 0x0909_0909 }), town.citizen({ at: 0x0909_0909 })]
  const all = [ann, bob, out]
  ann.goDirect(0xc0a8_0002, false)
  bob.goDirect(0xc0a8_0003, false)
  for (const one of all) one.befriend(...all.filter((other) => other !== one).map(({ uin }) => uin))
  for (const one of [ann, bob]) one.signOn()
  town.runFor(5_000)
  const inside = ann.say(bob.uin)
  const outwards = bob.say(out.uin)
  town.runFor(5_000)
  const back = out.say(bob.uin)
  const inwards = out.say(ann.uin)
  town.runFor(60_000)
  expect(acceptedBy(town, [inside, outwards, back, inwards])).toEqual(['peer', 'peer', 'peer', 'server'])
  expect(complaintsOf(town)).toEqual([])
})

test('a connection that nobody uses is given up after a quarter of an hour, and made again when it is needed', () => {
  const { town, citizens } = directCompany(2)
  const [ann, bob] = citizens as Pair
  const said = [ann.say(bob.uin)]
  town.runFor(1_000_000)
  said.push(bob.say(ann.uin))
  town.runFor(5_000)
  expect(town.wires.counters).toMatchObject({ attempts: 2, connections: 2 })
  expect(acceptedBy(town, said)).toEqual(['peer', 'peer'])
  expect(complaintsOf(town)).toEqual([])
})
