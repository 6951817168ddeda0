import { status, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Told } from '../told.ts'
import { contactsMax, Presence } from './presence.ts'

const [ann, bob, cat] = [uin(1_001), uin(1_002), uin(1_003)]
const [online, away, hidden] = [status(0), status(1), status(0x100)]
const direct = { port: 4_000, inner: 0x7f00_0001, capability: 4, version: 3 }

/** Told as short lines: `1002: contactOnline 1001`. */
const lines = (told: readonly Told[]) =>
  told.map(({ to, event }) => `${to}: ${event.name} ${(event as { uin: Uin }).uin}`)

function presenceOf(...uins: Uin[]): Presence {
  const presence = new Presence()
  for (const uin of uins) presence.arrive(uin, online, 7, direct)
  return presence
}

test('whoever arrives is shown to those who asked for them, at no address', () => {
  const presence = presenceOf(ann)
  presence.announceContacts(ann, [bob])
  expect(presence.arrive(bob, status(0x04), 7, direct)).toEqual([
    {
      to: ann,
      event: {
        name: 'contactOnline',
        uin: bob,
        status: 0x05,
        outer: 0,
        direct: { port: 0, inner: 0, capability: 6, version: 3 },
      },
    },
  ])
  expect([presence.size, presence.get(bob)?.status]).toEqual([2, 0x05])
})

test('whoever leaves is gone for their watchers, and watches nobody', () => {
  const presence = presenceOf(ann, bob)
  presence.announceContacts(ann, [bob])
  presence.announceContacts(bob, [ann])
  expect(lines(presence.leave(bob))).toEqual(['1001: contactOffline 1002'])
  expect(presence.leave(bob)).toEqual([])
  expect(presence.changeStatus(ann, away)).toEqual([])
  expect(presence.get(bob)).toBeUndefined()
})

test('contacts add up, and each announcement is answered in full', () => {
  const presence = presenceOf(ann, bob, cat)
  expect(presence.announceContacts(ann, [bob]).map((event) => (event as { uin: Uin }).uin)).toEqual([bob])
  expect(presence.announceContacts(ann, [bob, cat]).map((event) => (event as { uin: Uin }).uin)).toEqual([bob, cat])
  expect(lines(presence.changeStatus(bob, away))).toEqual(['1001: contactStatusChanged 1002'])
})

test('a change that changes nothing is not told', () => {
  const presence = presenceOf(ann, bob)
  presence.announceContacts(ann, [bob])
  expect(presence.changeStatus(bob, online)).toEqual([])
  presence.changeStatus(bob, status(0x10))
  expect(presence.changeStatus(bob, status(0x11))).toEqual([])
})

test('going invisible looks like leaving, coming back like arriving', () => {
  const presence = presenceOf(ann, bob)
  presence.announceContacts(ann, [bob])
  expect(lines(presence.changeStatus(bob, hidden))).toEqual(['1001: contactOffline 1002'])
  expect(presence.changeStatus(bob, status(0x101))).toEqual([])
  expect(presence.announceContacts(ann, [bob])).toEqual([])
  expect(lines(presence.changeStatus(bob, away))).toEqual(['1001: contactOnline 1002'])
})

test('those on the visible list see an invisible user, those on the invisible list never do', () => {
  const presence = presenceOf(ann, bob, cat)
  for (const watcher of [ann, cat]) presence.announceContacts(watcher, [bob])
  presence.announceVisibleTo(bob, [ann])
  expect(lines(presence.changeStatus(bob, hidden))).toEqual([
    '1001: contactStatusChanged 1002',
    '1003: contactOffline 1002',
  ])
  expect(lines(presence.announceInvisibleTo(bob, [ann]))).toEqual(['1001: contactOffline 1002'])
  expect(lines(presence.announceInvisibleTo(bob, []))).toEqual(['1001: contactOnline 1002'])
  expect(lines(presence.announceVisibleTo(bob, [cat]))).toEqual([
    '1001: contactOffline 1002',
    '1003: contactOnline 1002',
  ])
})

test('somebody who arrives invisible is shown to nobody yet', () => {
  const presence = presenceOf(ann)
  presence.announceContacts(ann, [bob])
  expect(presence.arrive(bob, hidden, 7, direct)).toEqual([])
  expect(lines(presence.announceVisibleTo(bob, [ann]))).toEqual(['1001: contactOnline 1002'])
})

test('a second arrival takes the place of the first, without a farewell', () => {
  const presence = presenceOf(ann, bob)
  presence.announceContacts(ann, [bob])
  presence.announceContacts(bob, [ann])
  expect(lines(presence.arrive(bob, away, 7, direct))).toEqual(['1001: contactOnline 1002'])
  expect(presence.size).toBe(2)
  expect(presence.changeStatus(ann, away)).toEqual([])
  expect(lines(presence.arrive(bob, hidden, 7, direct))).toEqual(['1001: contactOffline 1002'])
})

test('one may watch oneself', () => {
  const presence = presenceOf(ann)
  expect(presence.announceContacts(ann, [ann])).toHaveLength(1)
  expect(lines(presence.changeStatus(ann, away))).toEqual(['1001: contactStatusChanged 1001'])
  expect(presence.leave(ann)).toEqual([])
})

test('people who are not here do nothing and are told nothing', () => {
  const presence = presenceOf(ann)
  expect(presence.announceContacts(bob, [ann])).toEqual([])
  expect(presence.changeStatus(bob, away)).toEqual([])
  expect(presence.announceVisibleTo(bob, [ann])).toEqual([])
  presence.doubt(bob, ann)
  expect(presence.repair(bob)).toEqual([])
  expect(presence.changeStatus(ann, away)).toEqual([])
})

test('doubts are set right by what is true at that time', () => {
  const presence = presenceOf(ann, bob, cat)
  presence.announceContacts(ann, [bob, cat])
  for (const contact of [bob, cat]) presence.doubt(ann, contact)
  presence.changeStatus(bob, away)
  presence.leave(cat)
  expect(presence.repair(ann)).toMatchObject([
    { name: 'contactOnline', uin: bob, status: away },
    { name: 'contactOffline', uin: cat },
  ])
  expect(presence.repair(ann)).toEqual([])
})

test('a doubt about somebody who is no contact, or invisible, reveals nothing', () => {
  const presence = presenceOf(ann, bob, cat)
  presence.announceContacts(ann, [bob])
  presence.changeStatus(bob, hidden)
  presence.doubt(ann, bob)
  presence.doubt(ann, cat)
  expect(presence.repair(ann)).toEqual([{ name: 'contactOffline', uin: bob }])
})

test.each([contactsMax - 1, contactsMax, contactsMax + 1])('of %i contacts at most a thousand are watched', (count) => {
  const presence = presenceOf(ann)
  const contacts = Array.from({ length: count }, (_, index) => uin(10_000 + index))
  presence.announceContacts(ann, contacts)
  expect(presence.get(ann)?.contacts.size).toBe(Math.min(count, contactsMax))
  const told = contacts.flatMap((contact) => presence.arrive(contact, online, 7, direct))
  expect(told).toHaveLength(Math.min(count, contactsMax))
  const [last = ann] = contacts.slice(-1)
  expect(presence.announceContacts(ann, [last])).toHaveLength(count > contactsMax ? 0 : 1)
})
