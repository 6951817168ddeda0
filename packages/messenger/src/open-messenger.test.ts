import { expect, test } from 'vitest'
import { openMessenger } from './open-messenger.ts'
import { annUin, bobUin, spoken, testDevice } from './testing/stage.ts'

test('signs on, sees who is there, sends and receives', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  expect([ann.line.get(), ann.self.get().status]).toEqual([{ state: 'online' }, 'online'])
  ann.addContact(bobUin, { name: 'Bobby' })
  await network.until(() => ann.people.get().get(bobUin)?.status === 'online')
  expect(ann.people.get().get(bobUin)).toMatchObject({ name: 'Bobby', isContact: true, unread: 0 })

  expect(ann.conversation(bobUin).get().entries).toEqual([])
  ann.send(bobUin, 'Hello')
  expect(spoken(ann, bobUin)).toEqual(['me: Hello (sending)'])
  await network.until(() => spoken(ann, bobUin)[0] === 'me: Hello (accepted)')
  await network.until(() => bob.texts.length === 1)

  await bob.say(annUin, 'Hi, Ann')
  await network.until(() => ann.unread.get().all === 1)
  expect(spoken(ann, bobUin)).toEqual(['me: Hello (accepted)', 'them: Hi, Ann'])
  expect(ann.conversation(bobUin).get()).toMatchObject({ unread: 1, marker: { before: expect.any(String), count: 1 } })
  expect(device.notices.map(({ what }) => what)).toEqual(['signedOn', 'message'])
  ann.look(bobUin)
  expect(ann.unread.get()).toEqual({ all: 0, loud: 0 })
  expect(ann.people.get().get(bobUin)).toMatchObject({ unread: 0, last: { text: 'Hi, Ann', isOwn: false } })
  bob.user.setStatus('away')
  await network.until(() => ann.people.get().get(bobUin)?.status === 'away')
  await network.finish(ann.signOff())
  expect(ann.line.get()).toEqual({ state: 'offline', because: 'signedOff' })
  expect(device.troubles).toEqual([])
})

test('what cannot be meant is refused at once', () => {
  const { options } = testDevice()
  expect(() => openMessenger({ ...options, uin: 0 as never })).toThrow(RangeError)
  expect(() => openMessenger({ ...options, codePage: 'utf-8' as never })).toThrow('utf-8 is no code page')
})
