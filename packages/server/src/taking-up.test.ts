import { v2Server } from '@seekyou/dialect'
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { numbersBlock } from './numbers.ts'
import type { Client } from './testing/client.ts'
import { storedFor, World } from './testing/world.ts'

const { announceInvisible, statusChange } = {
  announceInvisible: clientPackets.invisibleList,
  statusChange: clientPackets.statusChange,
}
/** Longer than anything that nobody waits for stays unwritten. */
const soonMs = 2_100

const withoutAcks = (client: Client) => client.news().filter((line) => !line.startsWith('ack'))
const messageNumbers = ({ heard }: Client) =>
  heard.filter(({ name }) => name === 'deliveredMessage').map(({ sequence }) => sequence)
const isAway = (client: Client) => client.timesOf('notConnected').length > 0

for (const how of ['crash', 'restart'] as const) {
  test(`after a ${how} everybody is still here, is told nothing, and goes on`, () => {
    const world = new World()
    const [ann, bob, eve] = [world.guest(1_001), world.guest(1_002), world.guest(1_003)]
    ann.watch(bob, eve)
    bob.say(statusChange, { status: 0x11 })
    for (const client of [ann, bob, eve]) client.news()
    world[how](1_000)
    world.pass(500)
    expect(world.noted('takenUp')).toEqual([{ what: 'takenUp', links: 3, forgotten: 0 }])
    expect([ann.news(), bob.news(), eve.news()]).toEqual([[], [], []])
    ann.write(bob, 'still here?')
    bob.write(ann, 'yes')
    eve.say(statusChange, { status: 1 })
    world.pass(100)
    expect([bob.shown, ann.shown]).toEqual([['still here?'], ['yes']])
    expect(withoutAcks(ann).at(-1)).toMatch(/^statusUpdate \d+: 1003$/)
    const dan = world.guest(1_004)
    dan.watch(ann, bob, eve)
    expect(dan.heard.filter(({ name }) => name === 'userOnline').map(({ value }) => value.status)).toEqual([0, 0x11, 1])
    expect([ann, bob, eve].some(isAway)).toBe(false)
  })
}

test('numbers go on behind the block that was kept, so that no news is taken for a repetition', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(10)
  for (let round = 0; round < 30; round++) {
    for (let count = 0; count < 17; count++) ann.write(bob, `${round} ${count}`)
    world.crash(10)
  }
  ann.write(bob, 'last')
  world.pass(100)
  const numbers = messageNumbers(bob)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(Math.max(...numbers)).toBeLessThan(30 * (17 + 64 + 64))
  expect(bob.shown).toHaveLength(30 * 17 + 1)
})

test('a message that was on its way is sent again under its old number', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  bob.acks = false
  ann.write(bob, 'first')
  ann.write(bob, 'second')
  world.pass(100)
  expect(withoutAcks(bob)).toEqual(['deliveredMessage 1: 1001 "first"'])
  world.crash(1_000)
  world.pass(9_999)
  expect(bob.news()).toEqual([])
  bob.acks = true
  world.pass(1_000)
  expect(withoutAcks(bob)).toEqual([
    'deliveredMessage 1: 1001 "first"',
    expect.stringMatching(/^deliveredMessage \d+: 1001 "second"$/),
  ])
  world.pass(1_000)
  expect(storedFor(world, 1_002)).toEqual([])
  ann.write(bob, 'third')
  expect(bob.shown.at(-1)).toBe('third')
})

test('a fetch that was under way goes on, under the old numbers, to its end', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  for (let count = 1; count <= 12; count++) ann.write(1_002, `${count}`)
  world.pass(100)
  const bob = world.guest(1_002, { register: false, acks: false, port: 9 })
  bob.fetch()
  world.pass(soonMs)
  const before = withoutAcks(bob)
  expect(before).toHaveLength(8)
  world.crash(1_000)
  bob.acks = true
  world.pass(30_000)
  const after = withoutAcks(bob)
  expect(after.slice(0, 8)).toEqual(before)
  expect(after).toHaveLength(13)
  expect(after.at(-1)).toMatch(/^endOfStoredMessages/)
  expect(storedFor(world, 1_002)).toEqual([])
})

test('a repetition is known, also of what was said before', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.write(bob, 'once')
  world.pass(soonMs)
  world.crash(1_000)
  ann.news()
  ann.repeat()
  world.pass(1_000)
  expect(ann.news()).toEqual(['ack 2'])
  expect(bob.shown).toEqual(['once'])
})

test('a program that was started anew while the store was away says something else under numbers of its former visit', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.write(bob, 'before')
  world.pass(soonMs)
  world.store.isDown = true
  ann.nextSequence = 1
  ann.signOn({ loginSeq: 3 })
  world.pass(100)
  world.crash(100)
  world.store.isDown = false
  ann.write(bob, 'after')
  world.pass(1_000)
  expect(bob.shown).toEqual(['before', 'after'])
  ann.repeat()
  world.pass(1_000)
  expect(bob.shown).toHaveLength(2)
})

test('whoever was hidden from somebody stays hidden', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  bob.say(announceInvisible, { uins: [ann.uin] })
  world.crash(1_000)
  ann.watch(bob)
  world.pass(1_000)
  expect(ann.timesOf('userOnline')).toEqual([])
})

test('news that had not been acknowledged is told again on the next keep-alive, and so is who has just left', () => {
  const world = new World()
  const [ann, bob, eve] = [world.guest(1_001), world.guest(1_002), world.guest(1_003)]
  ann.watch(bob, eve)
  ann.isDeaf = true
  bob.say(statusChange, { status: 1 })
  eve.signOff()
  world.pass(10)
  world.crash(1_000)
  ann.isDeaf = false
  ann.news()
  ann.keepAlive()
  world.pass(100)
  const news = withoutAcks(ann).map((line) => line.replace(/ \d+:/, ''))
  expect(news.sort()).toEqual(['userOffline 1003', 'userOnline 1002'])
})

test('whoever was away longer than a link may be silent must sign on again', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  world.crash(399_000 - soonMs)
  ann.keepAlive()
  expect(isAway(ann)).toBe(false)
  world.crash(401_000)
  ann.keepAlive()
  bob.keepAlive()
  world.pass(10)
  expect([isAway(ann), isAway(bob), world.node.size]).toEqual([true, true, 0])
  world.crash(0)
  expect(world.noted('takenUp').at(-1)).toMatchObject({ links: 0, forgotten: 2 })
})

test('a sign-on is answered when the link is kept, and its repetition after a restart gets the same answer', () => {
  const world = new World()
  const ann = world.person(1_001, { acks: false })
  world.store.isHeld = true
  ann.login()
  world.pass(100)
  expect(ann.news()).toEqual([])
  world.store.release()
  world.pass(100)
  expect(ann.news()).toEqual(['ack 1', 'loginReply 0'])
  world.crash(1_000)
  ann.repeat()
  world.pass(100)
  expect(ann.news()).toEqual(['ack 1', 'loginReply 0'])
  ann.ack(0)
  ann.keepAlive()
  expect(ann.news().at(-1)).toBe('ack 2')
})

for (const [where, isInTime] of [
  ['the same place', true],
  ['the same place', false],
  ['elsewhere', true],
  ['elsewhere', false],
] as const) {
  test(`the reply to a sign-on from ${where}, kept ${isInTime ? 'in time' : 'too late'}, never comes again under an earlier number`, () => {
    const world = new World()
    const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
    for (let count = 0; count < 5; count++) ann.write(bob, `${count}`)
    const again = where === 'elsewhere' ? world.person(1_002, { register: false, port: 9 }) : bob
    // Whoever was told to sign on goes on with the numbers.
    if (where === 'elsewhere') again.keepAlive()
    world.pass(soonMs)
    world.hashMs = 10
    again.login({ sequence: 77 })
    world.store.isHeld = true
    world.pass(10)
    ann.write(bob, 'meanwhile')
    const [keep] = world.store.held.splice(0)
    if (isInTime) keep!()
    else world.pass(501)
    // The account is looked at once more; no other commit is done.
    world.store.held.shift()!()
    const reply = again.last('loginReply')
    expect(reply?.sequence).toBeGreaterThan(bob.last('deliveredMessage')!.sequence)
    again.acks = false
    if (!isInTime) keep!()
    world.store.isHeld = false
    world.crash(100)
    for (let sequence = 78; sequence < 84; sequence++) again.say(clientPackets.keepAlive, {}, sequence)
    world.pass(30_000)
    expect(again.last('loginReply')).not.toBe(reply)
    expect(again.last('loginReply')?.sequence).toBeGreaterThanOrEqual(reply!.sequence)
  })
}

test('while the store is away, people sign on and change their status as if it were not', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  ann.news()
  world.store.isDown = true
  bob.say(statusChange, { status: 1 })
  world.pass(1)
  expect(withoutAcks(ann)).toEqual([expect.stringMatching(/^statusUpdate \d+: 1002$/)])
  world.store.isDown = false
  world.pass(1_000)
  world.crash(100)
  const eve = world.guest(1_003)
  eve.watch(bob)
  expect(eve.last('userOnline')?.value.status).toBe(1)
})

test('a store that does not answer holds nobody up for longer than half a second', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  world.store.isHeld = true
  bob.say(statusChange, { status: 1 })
  for (let count = 0; count < 100; count++) ann.write(bob, `${count}`)
  world.pass(501)
  expect(bob.shown).toHaveLength(100)
  expect(ann.last('statusUpdate')?.value.status).toBe(1)
})

test('numbers that could not be kept are not used again after a restart', () => {
  const world = new World({ limits: { messagesBurst: 1_000, packetsPerSecond: 1_000 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  world.store.isDown = true
  for (let count = 0; count < 300; count++) ann.write(bob, `${count}`)
  world.pass(1_000)
  expect(bob.shown).toHaveLength(300)
  world.store.isDown = false
  world.crash(100)
  for (let count = 0; count < 300; count++) ann.write(bob, `again ${count}`)
  world.pass(1_000)
  expect(new Set(messageNumbers(bob)).size).toBe(600)
})

test('numbers that a slow store has made a link use are kept as soon as it answers', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  world.crash(100)
  world.store.isHeld = true
  ann.write(bob, 'far away')
  world.pass(501)
  const [far] = messageNumbers(bob)
  world.store.release()
  world.pass(soonMs)
  world.crash(100)
  ann.write(bob, 'further')
  world.pass(100)
  expect(far).toBeGreaterThan(1_024)
  expect(messageNumbers(bob)).toEqual([far, far! + numbersBlock])
})

test('numbers that a second trouble has kept from being kept are not used again either', () => {
  const world = new World({ limits: { messagesBurst: 1_000, packetsPerSecond: 1_000 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  for (const round of ['first', 'second']) {
    world.store.isDown = true
    for (let count = 0; count < 150; count++) ann.write(bob, `${round} ${count}`)
    world.pass(1_000)
    world.store.isDown = false
    if (round === 'first') world.pass(soonMs)
  }
  world.crash(100)
  for (let count = 0; count < 150; count++) ann.write(bob, `again ${count}`)
  world.pass(1_000)
  expect(new Set(messageNumbers(bob)).size).toBe(450)
})

test('two nodes that both could keep no numbers use different ones, if the second comes a quarter of a second after the first', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  for (const words of ['first', 'second', 'third']) {
    world.store.isDown = true
    for (let count = 0; count < 70; count++) ann.write(bob, `${words} ${count}`)
    world.pass(250)
    world.store.isDown = false
    world.crash(1)
  }
  const numbers = messageNumbers(bob)
  expect(numbers.length).toBeGreaterThan(200)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('of two links at one address the younger is taken up', () => {
  const world = new World()
  world.guest(1_001, { port: 7 })
  world.pass(soonMs)
  const [former] = world.store.plain.formerLinks().links
  const other = new World()
  other.store.addAccount(1_001 as never, 'secret')
  other.pass(10_000)
  other.guest(1_002, { port: 7 })
  other.pass(soonMs)
  const found = other.store.plain.formerLinks()
  for (const links of [
    [former!, ...found.links],
    [...found.links, former!],
  ]) {
    const next = new World()
    next.put({ kind: 'takeUp', former: { ...found, links } })
    expect([next.node.size, next.noted('takenUp')]).toEqual([1, [{ what: 'takenUp', links: 1, forgotten: 1 }]])
    expect([...next.node.present].map(({ uin }) => uin)).toEqual([1_002])
  }
})

test('a goodbye is acknowledged when the end is kept', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.pass(soonMs)
  world.store.isHeld = true
  ann.signOff()
  world.pass(100)
  expect([ann.news(), world.node.size]).toEqual([[], 1])
  world.store.release()
  world.pass(1)
  expect([ann.news(), world.node.size]).toEqual([['ack 2'], 0])
  world.crash(100)
  expect(world.node.size).toBe(0)
})

test('a goodbye that was kept but not acknowledged before a crash is acknowledged when it is said again', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.pass(soonMs)
  ann.acks = false
  world.store.isHeld = true
  ann.signOff()
  for (const keep of world.store.held.splice(0)) keep()
  world.store.isHeld = false
  world.crash(100)
  ann.news()
  ann.repeat()
  expect([ann.news(), world.node.size]).toEqual([['ack 2'], 0])
})

test('only what must be kept waits for the store', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  world.store.isHeld = true
  ann.say(statusChange, { status: 1 })
  ann.write(bob, 'at once')
  ann.keepAlive()
  expect([ann.news(), bob.shown]).toEqual([['ack 3', 'ack 4'], ['at once']])
  world.store.release()
  world.pass(1)
  expect(ann.news()).toEqual(['ack 2'])
})

test('whoever comes back before their goodbye could be kept is still here after a crash', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(soonMs)
  world.store.isHeld = true
  bob.say(statusChange, { status: 1 })
  ann.signOff()
  world.pass(600)
  expect(world.node.size).toBe(1)
  ann.login()
  world.store.release()
  world.pass(10)
  ann.ack(0)
  world.pass(soonMs)
  world.crash(100)
  ann.news()
  ann.keepAlive()
  expect(ann.news()).toEqual(['ack 4'])
})

for (const { said, say } of [
  { said: 'wanted', say: (ann: Client, cat: Client) => ann.watch(cat) },
  { said: 'said goodbye', say: (ann: Client) => ann.signOff() },
]) {
  test(`what somebody ${said} is not kept of the visit that takes the place of theirs`, () => {
    const world = new World()
    const [ann, bob, cat] = [world.guest(1_001), world.guest(1_002), world.guest(1_003)]
    const elsewhere = world.person(1_001, { register: false })
    world.pass(soonMs)
    world.store.ms = 100
    elsewhere.login()
    world.pass(210)
    bob.say(statusChange, { status: 1 })
    say(ann, cat)
    world.pass(soonMs)
    expect(ann.timesOf('forcedOffline')).toHaveLength(1)
    world.crash(100)
    elsewhere.news()
    elsewhere.keepAlive()
    cat.say(statusChange, { status: 1 })
    world.pass(1_000)
    expect(elsewhere.news()).toEqual(['ack 2'])
  })
}

test('when a link is over, nothing of it is taken up', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.signOff()
  world.put({ kind: 'forceOff', uin: bob.uin })
  world.pass(100)
  world.crash(100)
  expect(world.node.size).toBe(0)
})

test('what another program has written is not understood, and forgotten', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const { visit, numbers, ...rest } = world.store.plain.formerLinks().links[0]!
  for (const texts of [
    { visit: 'x', numbers },
    { visit, numbers: '{"kind":9}' },
    { visit: '{}', numbers },
  ]) {
    const former = { ...world.store.plain.formerLinks(), links: [{ ...rest, ...texts }] }
    const other = new World()
    other.store.addAccount(ann.uin, 'secret')
    other.put({ kind: 'takeUp', former })
    expect(other.noted('takenUp')).toEqual([{ what: 'takenUp', links: 0, forgotten: 1 }])
  }
  const foreign = new World({ dialects: [{ ...v2Server(), version: 9 }] })
  foreign.put({ kind: 'takeUp', former: world.store.plain.formerLinks() })
  expect(foreign.node.size).toBe(0)
})
