import { systemUin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { annUin, bobUin, catUin, minute, TestDevice, testDevice } from './testing/stage.ts'

const person = (messenger: ReturnType<TestDevice['open']>, uin: typeof bobUin) => messenger.people.get().get(uin)

test('names, groups, mutes, lists and code pages survive a reload', async () => {
  const device = testDevice()
  const { network } = device
  network.addUser(bobUin)
  const ann = await device.online()
  ann.addContact(bobUin, { name: ' Bobby ', group: 'Friends' })
  ann.addContact(catUin)
  ann.rename(catUin, 'Kitty')
  ann.moveToGroup(catUin, 'Pets')
  ann.mute(catUin, true)
  ann.setSight(catUin, 'never')
  ann.setSight(bobUin, 'always')
  ann.chooseCodePage(catUin, 'koi8-r')
  ann.changeSettings({ hideOffline: true, groups: ['Friends', 'Pets'], theme: '1998' })
  await network.pass(1_000)
  const again = await device.online()
  expect(person(again, bobUin)).toMatchObject({ name: 'Bobby', group: 'Friends', sight: 'always', isContact: true })
  expect(person(again, catUin)).toMatchObject({
    givenName: 'Kitty',
    group: 'Pets',
    isMuted: true,
    sight: 'never',
    codePage: 'koi8-r',
    isCodePageChosen: true,
  })
  expect(again.settings.get()).toMatchObject({
    hideOffline: true,
    groups: ['Friends', 'Pets'],
    theme: '1998',
    volume: 0.6,
  })
  again.rename(catUin, '')
  again.chooseCodePage(catUin, undefined)
  expect(person(again, catUin)).toMatchObject({ name: '1003', codePage: 'windows-1252', isCodePageChosen: false })
  again.removeContact(bobUin)
  expect(person(again, bobUin)).toMatchObject({ isContact: false, name: '1002' })
})

test('the invisible list is in place before anybody sees this user', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.connect({ uin: bobUin, contacts: [annUin] })
  const cat = await network.connect({ uin: catUin, contacts: [annUin] })
  const seen: string[] = []
  bob.on('online', () => seen.push('bob'))
  const ann = await device.online()
  ann.setSight(bobUin, 'never')
  await network.until(() => bob.contacts.get(annUin)?.status === undefined)
  seen.length = 0
  const again = await device.online()
  await network.until(() => cat.contacts.get(annUin)?.status)
  await network.pass(minute)
  expect(seen).toEqual([])
  again.setSight(bobUin, 'asUsual')
  await network.until(() => seen.length === 1)
  again.setStatus('invisible')
  await network.until(() => cat.contacts.get(annUin)?.status === undefined)
  again.setSight(catUin, 'always')
  await network.until(() => cat.contacts.get(annUin)?.status)
})

test('a list that is full says so', async () => {
  const ann = await testDevice().online()
  for (let uin = 5_000; uin < 5_255; uin++) ann.setSight(uin as never, 'never')
  expect(() => ann.setSight(6_000 as never, 'never')).toThrow('This list is full')
  ann.setSight(5_000 as never, 'asUsual')
  ann.setSight(6_000 as never, 'never')
  expect(person(ann, 6_000 as never)?.sight).toBe('never')
})

test('whoever is added is told, also when the line was down', async () => {
  const device = testDevice()
  const { network } = device
  const bob = new TestDevice(network, bobUin)
  const bobs = await bob.online()
  const ann = await device.online()
  await network.finish(
    ann.saveProfile({ nick: 'Ann', first: 'A', last: 'B', email: '', needsAuthorization: false }, {
      city: '',
    } as never),
  )
  expect(ann.self.get().nick).toBe('Ann')
  device.cut()
  ann.addContact(bobUin)
  await network.pass(1_000)
  device.mend()
  const again = await device.online()
  await network.until(() => bobs.requests.get().length === 1)
  expect(bobs.requests.get()[0]).toMatchObject({ what: 'added', from: annUin, nick: 'Ann', first: 'A' })
  expect(bob.notices.at(-1)).toMatchObject({ what: 'request' })
  expect(bobs.people.get().size).toBe(0)
  const kept = await bob.online()
  expect(kept.requests.get()).toHaveLength(1)
  kept.answerRequest(kept.requests.get()[0]!.id, 'addBack')
  expect([kept.requests.get(), person(kept, annUin)?.isContact]).toEqual([[], true])
  await network.until(() => again.requests.get().length === 1)
  again.answerRequest(again.requests.get()[0]!.id, 'dismiss')
  expect(again.requests.get()).toEqual([])
})

test('somebody who wants to be asked is asked, and answers', async () => {
  const device = testDevice()
  const { network } = device
  const bob = new TestDevice(network, bobUin)
  const bobs = await bob.online()
  const guarded = { nick: 'Bob', first: '', last: '', email: '', needsAuthorization: true }
  await network.finish(bobs.saveProfile(guarded, { city: 'Riga' } as never))
  const ann = await device.online()
  await network.finish(ann.find({ uin: bobUin }))
  ann.addContact(bobUin, { reason: 'It is me' })
  expect(person(ann, bobUin)).toMatchObject({ authorization: 'asked', askedAt: network.wall })
  const requested = () => bobs.requests.get().find(({ what }) => what === 'authorizationRequested')
  await network.until(requested)
  expect(requested()).toMatchObject({ from: annUin, reason: 'It is me' })
  bobs.answerRequest(requested()!.id, 'refuse', 'Not today')
  await network.until(() => person(ann, bobUin)?.authorization === 'refused')
  expect(ann.requests.get()).toMatchObject([{ what: 'authorizationRefused', reason: 'Not today' }])
  ann.askAuthorization(bobUin, 'Please')
  await network.until(requested)
  bobs.answerRequest(requested()!.id, 'allowAndAdd')
  await network.until(() => person(ann, bobUin)?.authorization === 'granted')
  expect(person(bobs, annUin)?.isContact).toBe(true)
})

test('that somebody wants to be asked is found out after adding them', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.connect({ uin: bobUin })
  await network.finish(bob.updateInfo({ nick: 'Bob', needsAuthorization: true }))
  const asked = bob.once('authorizationRequested')
  const ann = await device.online()
  ann.addContact(bobUin)
  await network.finish(asked)
  expect(person(ann, bobUin)).toMatchObject({ nick: 'Bob', authorization: 'asked' })
})

test('an answer that was given while the line was down survives a reload', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.connect({ uin: bobUin })
  const ann = await device.online()
  await network.finish(bob.requestAuthorization(annUin, 'May I?'))
  await network.until(() => ann.requests.get().length === 1)
  device.cut()
  ann.answerRequest(ann.requests.get()[0]!.id, 'allow')
  await network.pass(1_000)
  device.mend()
  const granted = bob.once('authorizationGranted')
  await device.online()
  await network.finish(granted)
})

test('nicks are asked for slowly, and remembered', async () => {
  const device = testDevice()
  const { network } = device
  const many = Array.from({ length: 40 }, (_, index) => (2_000 + index) as typeof bobUin)
  for (const uin of many) network.addUser(uin)
  const ann = await device.online()
  for (const uin of many) ann.addContact(uin)
  await network.pass(5 * minute)
  expect(network.server().counters).toMatchObject({ requestsDelayed: 0 })
  const asked: number[] = []
  const again = await device.online()
  again.watchPackets(({ direction, bytes }) => {
    if (direction === 'out' && bytes[2] === 0x60 && bytes[3] === 0x04) asked.push(network.now)
  })
  await network.pass(minute)
  expect(asked.length).toBeLessThanOrEqual(1)
})

test('away texts go with their statuses, and the last status comes back', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.setAwayText('away', 'Having lunch')
  ann.setAwayText('occupied', 'In a meeting')
  ann.setStatus('away')
  expect(ann.self.get()).toMatchObject({ status: 'away', awayTexts: { away: 'Having lunch', doNotDisturb: '' } })
  expect(await bob.ask(annUin, 'there?')).toBe('Having lunch')
  ann.setStatus('online')
  await network.pass(20 * minute)
  ann.setStatus('occupied')
  expect(await bob.ask(annUin, 'and now?')).toBe('In a meeting')
  ann.setAwayText('occupied', '')
  await network.pass(1_000)
  const again = await device.online()
  expect(again.self.get()).toMatchObject({ status: 'occupied', awayTexts: { away: 'Having lunch', occupied: '' } })
})

test('what is wanted too early and cannot be is told as a trouble, and stops nothing', async () => {
  const device = testDevice()
  const ann = device.open()
  ann.addContact(0 as never)
  ann.addContact(bobUin)
  await device.network.until(() => ann.line.get().state === 'online')
  expect(device.troubles).toHaveLength(1)
  expect([...ann.people.get().keys()]).toEqual([bobUin])
})

test('whoever was found is called by their nick as soon as they are on the list, also when they want to be asked', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.connect({ uin: bobUin })
  await network.finish(bob.updateInfo({ nick: 'Bobby', needsAuthorization: true }))
  const ann = await device.online()
  await network.finish(ann.find({ uin: bobUin }))
  ann.addContact(bobUin, { reason: 'please' })
  expect(person(ann, bobUin)).toMatchObject({ name: 'Bobby', authorization: 'asked' })
})

test('the server itself has the name of its host where it writes', async () => {
  const device = testDevice()
  const { network } = device
  const ann = await device.online()
  network.server().announce('Tea at five.')
  await network.until(() => person(ann, systemUin))
  expect(person(ann, systemUin)?.name).toBe('icq.example.org')
})
