// What each attack comes to. The sentences of the tests are the promises that an attacker is held to.
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { Attacker } from '../folk/attacker.ts'
import type { Citizen } from '../folk/citizen.ts'
import { tricks } from '../folk/tricks.ts'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'
import type { Town, TownOptions } from '../town.ts'

type Two = [Citizen, Citizen]

/** Two people who know each other, and somebody with an account who means the first of them harm. */
function siege(options: Partial<TownOptions> = {}): { town: Town; attacker: Attacker; people: Two } {
  const { town, citizens } = company(2, options)
  const attacker = town.moveIn((...all) => new Attacker(...all, [citizens[0]!]), { checksum: false })
  return { town, attacker, people: citizens as Two }
}

/** Everything that is kept about somebody, and how they stand. */
const standing = (town: Town, { uin, status, isOnline }: Citizen) => ({
  ...town.store.recordOf(uin),
  status,
  isOnline,
  address: town.door.visitOf(uin)?.address,
})

/** Counts bytes from and to an address, sent by anybody. */
function bytesAt(town: Town, address: number): { claimed: number; told: number } {
  const count = { claimed: 0, told: 0 }
  const { goesIn, comesOut } = town.door
  town.door.goesIn = (from, bytes, now) => {
    if (from === address) count.claimed += bytes.length
    goesIn.call(town.door, from, bytes, now)
  }
  town.door.comesOut = (to, bytes, now) => {
    if (to === address) count.told += bytes.length
    comesOut.call(town.door, to, bytes, now)
  }
  return count
}

test('without the password nobody changes anything, whatever number they borrow from whatever address', () => {
  const { town, attacker, people } = siege()
  const [ann, bob] = people
  const before = standing(town, ann)
  for (let round = 0; round < 60; round++) {
    for (const trick of [
      tricks.borrowNumber,
      tricks.borrowNumberBadly,
      tricks.guess,
      tricks.guessAtHome,
      tricks.guessQuietly,
    ])
      attacker.perform(trick, 10)
    attacker.perform(tricks.noise, 10)
    town.runFor(2_000)
  }
  const said = [ann.say(bob.uin), bob.say(ann.uin)]
  town.runFor(10_000)
  expect(standing(town, ann)).toEqual(before)
  expect([...numbersShown(bob, town), ...numbersShown(ann, town)]).toEqual(said)
  expect(complaintsOf(town)).toEqual([])
})

test('a blind injector changes what version 2 cannot protect, and never the password or the visit', () => {
  const { town, attacker, people } = siege()
  const [ann] = people
  const before = standing(town, ann)
  for (let round = 0; round < 100; round++) {
    attacker.perform(tricks.inject, 10)
    town.runFor(1_000)
  }
  const after = standing(town, ann)
  expect(after.account?.passwordHash).toBe(before.account?.passwordHash)
  expect([after.isOnline, after.address]).toEqual([true, before.address])
})

test('guessing from many addresses costs a bounded number of checks, and never locks the owner out', () => {
  const { town, attacker, people } = siege()
  const [ann, bob] = people
  const minutes = 10
  const before = town.store.passwordsChecked
  for (let second = 0; second < minutes * 60; second++) {
    attacker.perform(tricks.guess, 20)
    attacker.perform(tricks.guessQuietly, 20)
    if (second % 60 === 30) {
      ann.die(false)
      ann.signOn()
    }
    town.runFor(1_000)
    if (second % 60 === 35) expect(ann.isOnline).toBe(true)
  }
  // Five, one more every half minute, and what the owner needs.
  expect(town.store.passwordsChecked - before).toBeLessThanOrEqual(5 + 2 * minutes + 1 + minutes)
  expect(bob.isOnline).toBe(true)
  expect(complaintsOf(town)).toEqual([])
})

test('an address that never asked is told no more bytes than were sent in its name', () => {
  const { town, attacker, people } = siege()
  const [ann] = people
  ann.signOff()
  town.runFor(30_000)
  const count = bytesAt(town, ann.socket.address)
  for (let round = 0; round < 100; round++) {
    for (const trick of [tricks.reflect, tricks.reflectShort, tricks.guessAtHome]) attacker.perform(trick, 20)
    town.runFor(500)
  }
  town.runFor(120_000)
  expect(count.claimed).toBeGreaterThan(10_000)
  expect(count.told).toBeLessThanOrEqual(count.claimed)
  ann.signOn()
  town.runFor(5_000)
  expect(complaintsOf(town)).toEqual([])
})

test('who owns an account and does not hear the answers gets three bytes for each, and no more', () => {
  const { town, attacker, people } = siege({ regime: { firstSequence: 'random' } })
  const [ann] = people
  ann.signOff()
  town.runFor(30_000)
  const count = bytesAt(town, ann.socket.address)
  for (let round = 0; round < 200; round++) {
    attacker.perform(tricks.forgeAck)
    attacker.send(attacker.packet(clientPackets.extInfoRequest as never, attacker.uin), ann.socket.address)
    town.runFor(500)
  }
  expect(count.told).toBeLessThanOrEqual(3 * count.claimed)
  ann.signOn()
  town.runFor(60_000)
  expect(complaintsOf(town)).toEqual([])
})

test('who guesses the number that must be acknowledged is served like anybody else: 16 KiB a second', () => {
  const { town, attacker, people } = siege()
  const [ann] = people
  ann.signOff()
  town.runFor(30_000)
  const { address } = ann.socket
  const friends = Array.from({ length: 60 }, () => town.citizen())
  for (const friend of friends) friend.signOn()
  town.runFor(5_000)
  attacker.signOnAs(attacker.uin, attacker.password, address)
  town.runFor(300)
  /** The worst case: every number is guessed right, at once. */
  const acknowledgeAll = (): void => {
    const next = town.door.visitOf(attacker.uin)?.sayings.size ?? 0
    for (let sequence = Math.max(0, next - 8); sequence < next + 32; sequence++) attacker.acknowledge(sequence, address)
  }
  acknowledgeAll()
  const count = bytesAt(town, address)
  const seconds = 20
  for (let step = 0; step < seconds * 50; step++) {
    if (step % 10 === 0) attacker.sendOwn(clientPackets.contactList, { uins: friends.map(({ uin }) => uin) }, address)
    // Some clients of the time are told to begin again when their numbers run out.
    if (step % 50 === 0 && !town.door.visitOf(attacker.uin)) {
      attacker.signOnAs(attacker.uin, attacker.password, address)
      town.runFor(300)
    }
    acknowledgeAll()
    town.runFor(20)
  }
  expect(count.told).toBeGreaterThan(2 * 16_384)
  // What answers a command one for one is no gain: an ACK is shorter than every command.
  expect(count.told).toBeLessThanOrEqual(16_384 * (seconds + 1) + count.claimed)
  expect(complaintsOf(town).filter((complaint) => !complaint.startsWith('convergence'))).toEqual([])
})

test('whoever signs on from everywhere and never goes on stops nobody else', () => {
  const { town, attacker, people } = siege()
  const [ann, bob] = people
  for (let second = 0; second < 120; second++) {
    attacker.perform(tricks.halfOpen, 50)
    attacker.perform(tricks.guess, 50)
    town.runFor(1_000)
  }
  ann.die()
  ann.signOn()
  town.runFor(10_000)
  expect([ann.isOnline, bob.isOnline]).toEqual([true, true])
  expect(town.server.node?.size).toBeLessThanOrEqual(3)
  expect(complaintsOf(town)).toEqual([])
})

test('no more accounts are made than thirty in ten minutes, from wherever they are asked for', () => {
  const { town, attacker } = siege()
  for (let second = 0; second < 599; second++) {
    attacker.perform(tricks.register, 5)
    town.runFor(1_000)
  }
  expect(town.store.accountsMade).toBeGreaterThan(0)
  expect(town.store.accountsMade).toBeLessThanOrEqual(60)
  expect(complaintsOf(town)).toEqual([])
})

test('whoever reads everybody is answered ten searches and thirty profiles a minute, and others at once', () => {
  const { town, attacker, people } = siege()
  const [ann, bob] = people
  attacker.perform(tricks.signOn)
  town.runFor(2_000)
  const counted = { searchEnded: 0, infoFound: 0, extInfoFound: 0 }
  const { comesOut } = town.door
  town.door.comesOut = (to, bytes, now) => {
    if (to === attacker.socket.address) {
      const code = bytes[2]! | (bytes[3]! << 8)
      if (code === 0x8c) counted.searchEnded += 1
      if (code === 0x118) counted.infoFound += 1
      if (code === 0x122) counted.extInfoFound += 1
    }
    comesOut.call(town.door, to, bytes, now)
  }
  for (let second = 0; second < 180; second++) {
    attacker.perform(tricks.scrape, 5)
    if (second === 90) ann.ask({ name: 'requestInfo', uin: bob.uin })
    town.runFor(1_000)
  }
  expect(ann.answers).toMatchObject([{ answer: { name: 'infoFound', uin: bob.uin } }])
  expect(complaintsOf(town)).toEqual([])
})

test('whoever floods somebody with messages is slowed down, and everybody else is heard at once', () => {
  const { town, attacker, people } = siege()
  const [ann, bob] = people
  attacker.perform(tricks.signOn)
  town.runFor(2_000)
  for (let second = 0; second < 60; second++) {
    attacker.perform(tricks.flood, 50)
    town.runFor(1_000)
  }
  expect(ann.shown.filter(({ from }) => from === attacker.uin).length).toBeLessThanOrEqual(128 + 2 * 62)
  const first = bob.say(ann.uin)
  town.runFor(1_000)
  expect(numbersShown(ann, town)).toEqual([first])
  ann.signOff()
  town.runFor(1_000)
  for (let second = 0; second < 60; second++) {
    attacker.perform(tricks.flood, 50)
    town.runFor(1_000)
  }
  expect(town.store.mostFromOne).toBe(20)
  bob.say(ann.uin)
  town.runFor(5_000)
  ann.signOn()
  town.runFor(60_000)
  expect(numbersShown(ann, town)).toHaveLength(2)
  expect(complaintsOf(town)).toEqual([])
})

test('a kicked, a banned and a removed attacker are out at once', () => {
  const { town, attacker } = siege()
  attacker.perform(tricks.signOn)
  town.runFor(2_000)
  const isThere = () => town.door.visitOf(attacker.uin) !== undefined
  expect(isThere()).toBe(true)
  town.server.kick(attacker.uin)
  expect(isThere()).toBe(false)
  attacker.perform(tricks.signOn)
  town.runFor(2_000)
  expect(isThere()).toBe(true)
  town.server.changeAccount(attacker.uin, { isBanned: true })
  expect(isThere()).toBe(false)
  attacker.perform(tricks.signOn)
  town.runFor(2_000)
  expect(isThere()).toBe(false)
  town.server.changeAccount(attacker.uin, { isBanned: false })
  attacker.perform(tricks.signOn)
  town.runFor(2_000)
  expect(isThere()).toBe(true)
  town.evict(attacker.uin)
  attacker.perform(tricks.signOn)
  town.runFor(5_000)
  expect(isThere()).toBe(false)
  expect(complaintsOf(town)).toEqual([])
})
