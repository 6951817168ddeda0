import { status, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { plainPresence } from '../testing/fixtures.ts'
import { aboutWhom, Stage } from '../testing/stage.ts'
import { settleRemembered, unrememberedOf } from './permission.ts'

const [ann, bob, cat] = [uin(1_001), uin(1_002), uin(1_003)]
const [online, away, hidden] = [0, 1, 0x100]

function stageOf(...uins: (typeof ann)[]): Stage {
  const stage = new Stage()
  for (const uin of uins) stage.enter(uin)
  return stage
}

test('whoever arrives is shown to those who asked for them, at no address', () => {
  const stage = stageOf(ann)
  stage.watch(ann, bob)
  expect(stage.told(bob, { status: 0x04 })).toEqual([
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
  expect([stage.presence.size, stage.presence.get(bob)?.status]).toEqual([2, 0x05])
})

test('whoever leaves is gone for their watchers, and watches nobody', () => {
  const stage = stageOf(ann, bob)
  stage.watch(ann, bob)
  stage.watch(bob, ann)
  expect(stage.leave(bob)).toEqual(['1001: contactOffline 1002'])
  expect(stage.leave(bob)).toEqual([])
  expect(stage.be(ann, away)).toEqual([])
  expect(stage.presence.get(bob)).toBeUndefined()
})

test('contacts add up, and each announcement is answered in full', () => {
  const stage = stageOf(ann, bob, cat)
  expect(stage.watch(ann, bob)).toEqual([bob])
  expect(stage.watch(ann, bob, cat)).toEqual([bob, cat])
  expect(stage.be(bob, away)).toEqual(['1001: contactStatusChanged 1002'])
})

test('a change that changes nothing is not told', () => {
  const stage = stageOf(ann, bob)
  stage.watch(ann, bob)
  expect(stage.be(bob, online)).toEqual([])
  stage.be(bob, 0x10)
  expect(stage.be(bob, 0x11)).toEqual([])
})

test('going invisible looks like leaving, coming back like arriving', () => {
  const stage = stageOf(ann, bob)
  stage.watch(ann, bob)
  expect(stage.be(bob, hidden)).toEqual(['1001: contactOffline 1002'])
  expect(stage.be(bob, 0x101)).toEqual([])
  expect(stage.watch(ann, bob)).toEqual([])
  expect(stage.be(bob, away)).toEqual(['1001: contactOnline 1002'])
})

test('those on the visible list see an invisible user, those on the invisible list never do', () => {
  const stage = stageOf(ann, bob, cat)
  for (const watcher of [ann, cat]) stage.watch(watcher, bob)
  stage.visibleTo(bob, ann)
  expect(stage.be(bob, hidden)).toEqual(['1003: contactOffline 1002', '1001: contactStatusChanged 1002'])
  expect(stage.invisibleTo(bob, ann)).toEqual(['1001: contactOffline 1002'])
  expect(stage.invisibleTo(bob)).toEqual(['1001: contactOnline 1002'])
  expect(stage.visibleTo(bob, cat)).toEqual(['1001: contactOffline 1002', '1003: contactOnline 1002'])
})

test('somebody who arrives invisible is shown to nobody yet', () => {
  const stage = stageOf(ann)
  stage.watch(ann, bob)
  expect(stage.enter(bob, { status: hidden })).toEqual([])
  expect(stage.visibleTo(bob, ann)).toEqual(['1001: contactOnline 1002'])
})

test('a second arrival takes the place of the first; the watchers hear only what is new', () => {
  const stage = stageOf(ann, bob)
  stage.watch(ann, bob)
  stage.watch(bob, ann)
  expect(stage.enter(bob)).toEqual([])
  expect(stage.enter(bob, { status: away })).toEqual(['1001: contactStatusChanged 1002'])
  expect(stage.presence.size).toBe(2)
  expect(stage.be(ann, away)).toEqual([])
  expect(stage.enter(bob, { status: hidden })).toEqual(['1001: contactOffline 1002'])
})

test('a second arrival has no lists: they have to be announced again', () => {
  const stage = stageOf(ann, bob)
  stage.watch(ann, bob)
  stage.visibleTo(bob, ann)
  stage.be(bob, hidden)
  expect(stage.enter(bob, { status: hidden })).toEqual(['1001: contactOffline 1002'])
})

test('one may watch oneself', () => {
  const stage = stageOf(ann)
  expect(stage.watch(ann, ann)).toEqual([ann])
  expect(stage.be(ann, away)).toEqual(['1001: contactStatusChanged 1001'])
  expect(stage.leave(ann)).toEqual([])
})

test('people who are not here do nothing and are told nothing', () => {
  const stage = stageOf(ann)
  const { presence } = stage
  expect(stage.watch(bob, ann)).toEqual([])
  expect(stage.be(bob, away)).toEqual([])
  expect(stage.visibleTo(bob, ann)).toEqual([])
  presence.doubt(bob, ann)
  expect(presence.repair(bob)).toEqual([])
  settleRemembered(presence.get(bob), [ann], [ann])
  expect([presence.allow(bob, ann), unrememberedOf(presence.get(bob), [ann])]).toEqual([[], []])
  expect(stage.be(ann, away)).toEqual([])
})

test('doubts are set right by what is true at that time', () => {
  const stage = stageOf(ann, bob, cat)
  stage.watch(ann, bob, cat)
  for (const contact of [bob, cat]) stage.presence.doubt(ann, contact)
  stage.be(bob, away)
  stage.leave(cat)
  expect(stage.presence.repair(ann)).toMatchObject([
    { name: 'contactOnline', uin: bob, status: away },
    { name: 'contactOffline', uin: cat },
  ])
  expect(stage.presence.repair(ann)).toEqual([])
})

test('a doubt about somebody who is no contact, or invisible, reveals nothing', () => {
  const stage = stageOf(ann, bob, cat)
  stage.watch(ann, bob)
  stage.be(bob, hidden)
  stage.presence.doubt(ann, bob)
  stage.presence.doubt(ann, cat)
  expect(stage.presence.repair(ann)).toEqual([{ name: 'contactOffline', uin: bob }])
})

test.each([plainPresence.contactsMax - 1, plainPresence.contactsMax, plainPresence.contactsMax + 1])(
  'of %i contacts at most a thousand are watched and remembered',
  (count) => {
    const stage = stageOf(ann)
    const contacts = Array.from({ length: count }, (_, index) => uin(10_000 + index))
    stage.watch(ann, ...contacts)
    const watched = Math.min(count, plainPresence.contactsMax)
    expect(stage.presence.get(ann)?.contacts.size).toBe(watched)
    expect(unrememberedOf(stage.presence.get(ann), contacts)).toHaveLength(watched)
    expect(contacts.flatMap((contact) => stage.enter(contact))).toHaveLength(watched)
    const [last = ann] = contacts.slice(-1)
    expect(stage.watch(ann, last)).toHaveLength(count > plainPresence.contactsMax ? 0 : 1)
  },
)

test('watchers share what they are told', () => {
  const stage = stageOf(ann, cat)
  for (const watcher of [ann, cat]) stage.watch(watcher, bob)
  const [first, second] = stage.told(bob)
  expect(first?.event).toBe(second?.event)
  expect(aboutWhom(stage.presence.get(ann)!.contacts.get(bob)!)).toBe(bob)
  expect(stage.presence.get(ann)?.contacts.get(bob)?.status).toBe(status(online))
})
