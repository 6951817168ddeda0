import { expect, test } from 'vitest'
import type { Line, Messenger } from './contract.ts'
import { annUin, bobUin, minute, spoken, testDevice } from './testing/stage.ts'

function linesOf(messenger: Messenger): Line[] {
  const lines: Line[] = []
  messenger.line.watch(() => lines.push(messenger.line.get()))
  return lines
}

test('a wrong password ends it, and says so', async () => {
  const device = testDevice()
  const ann = device.open({ password: 'wrong' })
  await device.network.until(() => ann.line.get().state === 'offline')
  expect(ann.line.get()).toEqual({ state: 'offline', because: 'password' })
  ann.callNow()
  expect(ann.line.get().state).toBe('offline')
})

test('without a road it says when it tries again, and tries now when asked', async () => {
  const device = testDevice()
  const { network } = device
  device.cut()
  const ann = device.open()
  const lines = linesOf(ann)
  await network.pass(5 * minute)
  expect(lines[0]).toMatchObject({ state: 'signingOn', attempt: 2, because: 'noRoad', againAt: expect.any(Number) })
  expect(lines[1]).toEqual({ state: 'signingOn', attempt: 2, because: 'noRoad' })
  await network.until(() => 'againAt' in ann.line.get(), { withinMs: 2 * minute })
  device.mend()
  ann.callNow()
  await network.until(() => ann.line.get().state === 'online', { withinMs: 1_000 })
  device.cut()
  expect(ann.line.get()).toMatchObject({ state: 'reconnecting', attempt: 2, because: 'noRoad' })
  device.mend()
  await network.until(() => ann.line.get().state === 'online')
})

test('a server that is away: tried again and again, at once when asked', async () => {
  const device = testDevice()
  const { network } = device
  const ann = await device.online()
  network.server().stop()
  await network.until(() => 'againAt' in ann.line.get(), { withinMs: 20 * minute })
  expect(ann.line.get()).toMatchObject({ state: 'reconnecting', because: 'noAnswer' })
  network.server().start()
  ann.callNow()
  expect(ann.line.get()).not.toHaveProperty('againAt')
  await network.until(() => ann.line.get().state === 'online', { withinMs: 1_000 })
})

test('signed on elsewhere: nothing is tried until it is wanted here', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.addContact(bobUin)
  await network.until(() => ann.people.get().get(bobUin)?.status)
  const elsewhere = await network.connect({ uin: annUin })
  await network.until(() => ann.line.get().state === 'offline')
  expect(ann.line.get()).toEqual({ state: 'offline', because: 'elsewhere' })
  expect(ann.people.get().get(bobUin)?.status).toBeUndefined()
  ann.conversation(bobUin)
  ann.send(bobUin, 'still me')
  await network.pass(60 * minute)
  expect([ann.line.get().state, elsewhere.state, spoken(ann, bobUin)]).toEqual([
    'offline',
    'online',
    ['me: still me (waiting)'],
  ])
  ann.callNow()
  await network.until(() => spoken(ann, bobUin)[0] === 'me: still me (accepted)')
  await network.until(() => ann.people.get().get(bobUin)?.status === 'online')
  await network.until(() => bob.texts.length === 1)
  expect(device.notices.filter(({ what }) => what === 'signedOn')).toHaveLength(1)
})

test('a changed password is the one to come back with', async () => {
  const device = testDevice()
  const { network } = device
  const ann = await device.online()
  await network.finish(ann.changePassword('better'))
  device.cut()
  await network.pass(minute)
  device.mend()
  await network.until(() => ann.line.get().state === 'online', { withinMs: 5 * minute })
  const elsewhere = await network.connect({ uin: annUin, password: 'better' })
  await network.until(() => ann.line.get().state === 'offline')
  await network.finish(elsewhere.signOff())
  ann.callNow()
  await network.until(() => ann.line.get().state === 'online')
})

test('the goodbye has left when signing off returns', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.connect({ uin: bobUin, contacts: [annUin] })
  const ann = await device.online()
  await network.until(() => bob.contacts.get(annUin)?.status)
  void ann.signOff()
  // The page is gone before anything else can happen.
  device.open({ password: 'wrong' })
  await network.until(() => bob.contacts.get(annUin)?.status === undefined, { withinMs: 1_000 })
})

test('nothing is signed on that was signed off before the device had answered', async () => {
  const device = testDevice()
  const ann = device.open()
  await device.network.finish(ann.signOff())
  await device.network.pass(minute)
  expect(ann.line.get()).toEqual({ state: 'offline', because: 'signedOff' })
})
