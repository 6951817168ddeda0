import { expect, test } from 'vitest'
import type { Messenger } from './contract.ts'
import { annUin, bobUin, catUin, minute, spoken, testDevice } from './testing/stage.ts'

const unreadIn = (messenger: Messenger) => {
  const { entries, marker, unread } = messenger.conversation(bobUin).get()
  return { unread, marker: marker && [entries.findIndex(({ id }) => id === marker.before), marker.count] }
}

test('unread counts, the marker and drafts survive a reload', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.conversation(bobUin)
  ann.send(bobUin, 'zero')
  for (const text of ['one', 'two']) await bob.say(annUin, text)
  await network.until(() => ann.unread.get().all === 2)
  expect(unreadIn(ann)).toEqual({ unread: 2, marker: [1, 2] })
  ann.setDraft(bobUin, 'I was going to')
  const again = await device.online()
  again.conversation(bobUin)
  await network.until(() => spoken(again, bobUin).length === 3)
  expect(unreadIn(again)).toEqual({ unread: 2, marker: [1, 2] })
  expect(again.unread.get()).toEqual({ all: 2, loud: 2 })
  expect(again.conversation(bobUin).get().draft).toBe('I was going to')
  again.look(bobUin)
  expect(unreadIn(again)).toEqual({ unread: 0, marker: [1, 2] })
  await bob.say(annUin, 'three')
  await network.until(() => spoken(again, bobUin).length === 4)
  expect(unreadIn(again)).toEqual({ unread: 0, marker: [1, 2] })
  again.look(undefined)
  expect(unreadIn(again)).toEqual({ unread: 0, marker: undefined })
  await bob.say(annUin, 'four')
  await network.until(() => spoken(again, bobUin).length === 5)
  expect(unreadIn(again)).toEqual({ unread: 1, marker: [4, 1] })
  again.look(bobUin)
  again.look(bobUin)
  expect(unreadIn(again)).toEqual({ unread: 0, marker: [4, 1] })
  again.send(bobUin, 'I was going to say')
  expect(again.conversation(bobUin).get().draft).toBe('')
})

test('muted people count and are silent', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.addContact(bobUin)
  ann.mute(bobUin, true)
  await network.pass(minute)
  await bob.say(annUin, 'psst')
  await network.finish(bob.user.signOff())
  await network.until(() => ann.unread.get().all === 1)
  await network.person(bobUin)
  await network.until(() => ann.people.get().get(bobUin)?.status)
  expect(ann.unread.get()).toEqual({ all: 1, loud: 0 })
  expect(device.notices.map(({ what }) => what)).toEqual(['signedOn'])
  ann.mute(bobUin, false)
  expect(ann.unread.get()).toEqual({ all: 1, loud: 1 })
})

test('a stranger’s message opens a person who is no contact', async () => {
  const device = testDevice()
  const { network } = device
  const cat = await network.person(catUin)
  await network.finish(cat.user.updateInfo({ nick: 'Kitty' }))
  const ann = await device.online()
  await cat.say(annUin, 'Hello?')
  await network.until(() => ann.people.get().get(catUin)?.name === 'Kitty')
  expect(ann.people.get().get(catUin)).toMatchObject({ isContact: false, unread: 1, status: undefined })
  network.server().announce('Maintenance at noon')
  await network.until(() => ann.people.get().size === 2)
  ann.conversation(1 as never)
  await network.until(() => spoken(ann, 1 as never).length === 1)
  expect(spoken(ann, 1 as never)).toEqual(['them: Maintenance at noon'])
})

test('what waited at the server comes with its time, and is told of once for each person', async () => {
  const device = testDevice()
  const { network } = device
  const [bob, cat] = [await network.person(bobUin), await network.person(catUin)]
  for (const text of ['one', 'two', 'three']) await bob.say(annUin, text)
  await cat.say(annUin, 'meow')
  await network.pass(10 * minute)
  const ann = await device.online()
  ann.conversation(bobUin)
  await network.until(() => ann.unread.get().all === 4)
  await network.until(() => spoken(ann, bobUin).length === 3)
  expect(spoken(ann, bobUin).sort()).toEqual(['them: one', 'them: three', 'them: two'])
  expect(
    ann
      .conversation(bobUin)
      .get()
      .entries.every(({ isStored, at }) => isStored && at < network.wall - 9 * minute),
  ).toBe(true)
  const told = device.notices.flatMap((notice) => (notice.what === 'message' ? [notice.person.uin] : []))
  expect(told.sort()).toEqual([bobUin, catUin])
  await bob.say(annUin, 'four')
  await network.until(() => device.notices.filter(({ what }) => what === 'message').length === 3)
})

test('status changes are told in conversations that are looked at or of today', async () => {
  const device = testDevice()
  const { network } = device
  const [bob, cat] = [await network.person(bobUin), await network.person(catUin)]
  const ann = await device.online()
  for (const uin of [bobUin, catUin]) {
    ann.addContact(uin)
    ann.conversation(uin)
  }
  await network.until(() => ann.people.get().get(catUin)?.status)
  await network.pass(minute)
  ann.look(bobUin)
  for (const { user } of [bob, cat]) user.setStatus('away')
  await network.until(() => [bobUin, catUin].every((uin) => ann.people.get().get(uin)?.status === 'away'))
  expect([spoken(ann, bobUin), spoken(ann, catUin)]).toEqual([['program: away'], []])
  await cat.say(annUin, 'hi')
  await network.finish(cat.user.signOff())
  await network.until(() => spoken(ann, catUin).length === 2)
  expect(spoken(ann, catUin)).toEqual(['them: hi', 'program: undefined'])
  expect(ann.unread.get().all).toBe(1)
  await network.person(catUin)
  await network.until(() => spoken(ann, catUin).length === 3)
  expect(device.notices.filter(({ what }) => what === 'online')).toMatchObject([{ person: { uin: catUin } }])
})

test('nobody is said to have come who was there before', async () => {
  const device = testDevice()
  const { network } = device
  await network.person(bobUin)
  const ann = await device.online()
  ann.addContact(bobUin)
  await network.pass(minute)
  const again = await device.online()
  await network.until(() => again.people.get().get(bobUin)?.status)
  expect(device.notices.filter(({ what }) => what === 'online')).toEqual([])
})

test('long conversations come in pages, and leave the memory when nobody looks', async () => {
  const device = testDevice()
  for (let at = 0; at < 500; at++) {
    await device.options.history.put({
      id: `${at}`.padStart(4, '0'),
      with: bobUin,
      at,
      author: 'them',
      content: { type: 'message', text: `number ${at}` },
    })
  }
  const ann = await device.online()
  const talk = ann.conversation(bobUin)
  await device.network.until(() => talk.get().entries.length > 0)
  const first = talk.get().entries.length
  expect(talk.get()).toMatchObject({ hasEarlier: true })
  expect(talk.get().entries.at(-1)).toMatchObject({ at: 499 })
  ann.look(bobUin)
  while (talk.get().hasEarlier) await ann.loadEarlier(bobUin)
  expect(talk.get().entries.map(({ at }) => at)).toEqual(Array.from({ length: 500 }, (_, at) => at))
  ann.look(undefined)
  expect(talk.get()).toMatchObject({ hasEarlier: true })
  expect(talk.get().entries.length).toBe(first)
  await ann.loadEarlier(bobUin)
  expect(talk.get().entries.at(0)).toMatchObject({ at: 500 - 2 * first })
})

test('snapshots are replaced, and what did not change stays the same object', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.addContact(catUin)
  await network.pass(minute)
  const talk = ann.conversation(bobUin)
  await bob.say(annUin, 'one')
  await network.until(() => talk.get().entries.length === 1)
  const [before, people] = [talk.get(), ann.people.get()]
  expect([talk.get(), ann.people.get()]).toEqual([before, people])
  expect([talk.get() === before, ann.people.get() === people]).toEqual([true, true])
  await bob.say(annUin, 'two')
  await network.until(() => talk.get().entries.length === 2)
  expect(before.entries).toHaveLength(1)
  expect(talk.get().entries[0]).toBe(before.entries[0])
  expect(ann.people.get()).not.toBe(people)
  expect(ann.people.get().get(catUin)).toBe(people.get(catUin))
})

test('the history is searched, exported and cleared', async () => {
  const device = testDevice()
  const { network } = device
  const [bob, cat] = [await network.person(bobUin), await network.person(catUin)]
  const ann = await device.online()
  ann.addContact(bobUin)
  await bob.say(annUin, 'The café is closed')
  await cat.say(annUin, 'Which cafe?')
  await network.until(() => ann.unread.get().all === 2)
  expect((await ann.searchHistory('caf')).map((entry) => entry.with)).toEqual([catUin, bobUin])
  expect(await ann.searchHistory('closed CAFÉ', { with: bobUin })).toHaveLength(1)
  expect(await ann.searchHistory('')).toEqual([])
  const exported = async (): Promise<number> => (await Array.fromAsync(ann.exportHistory())).length
  expect(await exported()).toBe(2)
  await ann.clearHistory(catUin)
  expect([ann.people.get().has(catUin), await exported(), ann.unread.get().all]).toEqual([false, 1, 1])
  await ann.clearHistory()
  expect(ann.people.get().get(bobUin)).toMatchObject({ unread: 0, isContact: true })
  expect(ann.people.get().get(bobUin)?.last).toBeUndefined()
  expect(await exported()).toBe(0)
})

test('a device that cannot write is told of, and everything goes on', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const fails = async (): Promise<never> => {
    throw new Error('disk full')
  }
  const { history, notebook } = device.options
  const ann = await device.online({
    history: { ...history, put: fails, page: fails },
    notebook: { ...notebook, write: fails, read: fails },
  })
  ann.conversation(bobUin)
  await bob.say(annUin, 'one')
  await network.until(() => spoken(ann, bobUin).length === 1)
  ann.send(bobUin, 'two')
  await network.until(() => spoken(ann, bobUin)[1] === 'me: two (accepted)')
  expect(device.troubles.length).toBeGreaterThan(0)
  await network.finish(ann.signOff())
})

test('a damaged notebook is told of, and everything goes on', async () => {
  const device = testDevice()
  const { notebook } = device.options
  await notebook.write('outbox', [null])
  await notebook.write('person/x', { isContact: true })
  await notebook.write('settings', { groups: 'none', hideOffline: 1, enterSends: false })
  const ann = await device.online()
  expect([device.troubles.length, ann.people.get().size]).toEqual([1, 0])
  expect(ann.settings.get()).toMatchObject({ groups: [], hideOffline: false, enterSends: false })
})
