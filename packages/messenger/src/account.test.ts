import { type TestNetwork, testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { memoryHistory } from './memory-history.ts'
import { memoryNotebook } from './memory-notebook.ts'
import { annUin, bobUin, catUin, minute, TestDevice } from './testing/stage.ts'

/** What an operator’s server remembers of one account. */
class Office {
  contacts: { uin: number; name?: string; group?: string }[] = []
  settings: string | undefined
  codePages: Record<string, string> = {}
  ownPage = ''
  refuses = new Set<string>()
  /** In bytes of JSON. */
  longestAsk = 0

  meet = (name: string, ask: never): unknown => {
    if (this.refuses.has(name)) throw new Error('Not today.')
    this.longestAsk = Math.max(this.longestAsk, new TextEncoder().encode(JSON.stringify(ask)).length)
    const asked = ask as {
      contacts: { uin: number; name: string; group: string }[]
      settings: string
      codePage: string
    }
    switch (name) {
      case 'contactList':
        return { contacts: this.contacts }
      case 'nameContacts':
        for (const one of asked.contacts) {
          this.contacts = [...this.contacts.filter(({ uin }) => uin !== one.uin), one]
        }
        return {}
      case 'settings':
        return { ...(this.settings !== undefined && { settings: this.settings }) }
      case 'keepSettings':
        this.settings = asked.settings
        return {}
      case 'codePages':
        return { codePages: this.codePages }
      case 'useCodePage':
        this.ownPage = asked.codePage
        return {}
      case 'makeInvite':
        return { code: 'ABCD-EFGH', expiresAt: 5 }
    }
    throw new Error(`Nobody knows ${name} here.`)
  }
}

function stage(): { network: TestNetwork; office: Office; device: () => TestDevice } {
  const network = testNetwork()
  const office = new Office()
  return { network, office, device: () => new TestDevice(network, annUin, {}, office.meet) }
}

test('a new browser fetches the contact list, and then announces it', async () => {
  const { network, office, device } = stage()
  await network.person(bobUin)
  office.contacts = [{ uin: bobUin, name: 'Bobby', group: 'Friends' }, { uin: catUin }]
  const ann = await device().online()
  await network.until(() => ann.people.get().get(bobUin)?.status === 'online')
  expect(ann.people.get().get(bobUin)).toMatchObject({ name: 'Bobby', group: 'Friends', isContact: true })
  expect(ann.people.get().get(catUin)).toMatchObject({ name: '1003', isContact: true })
})

test('what is changed on one device comes to the other', async () => {
  const { network, office, device } = stage()
  network.addUser(bobUin)
  network.addUser(catUin)
  const desk = device()
  const first = await desk.online()
  first.addContact(bobUin, { name: 'Bobby' })
  first.addContact(catUin)
  first.mute(catUin, true)
  first.setSight(bobUin, 'always')
  first.chooseCodePage(catUin, 'koi8-r')
  first.setAwayText('away', 'At lunch')
  first.changeSettings({ hideOffline: true, theme: 'dark' })
  await network.until(() => office.settings?.includes('At lunch') && office.contacts.length === 1)
  expect(office.contacts).toEqual([{ uin: bobUin, name: 'Bobby', group: '' }])
  office.contacts = [...office.contacts, { uin: catUin }]
  await network.finish(first.signOff())

  const phone = device()
  const second = await phone.online()
  expect(second.people.get().get(catUin)).toMatchObject({ isMuted: true, codePage: 'koi8-r' })
  expect(second.people.get().get(bobUin)).toMatchObject({ sight: 'always', name: 'Bobby' })
  expect(second.self.get().awayTexts.away).toBe('At lunch')
  expect(second.settings.get()).toMatchObject({ hideOffline: true, theme: 'system' })
  second.rename(bobUin, 'Robert')
  second.changeSettings({ hideOffline: false })
  second.removeContact(catUin)
  await network.until(() => office.settings?.includes(`"removed":{"${catUin}"`))
  await network.until(() => office.contacts.some(({ name }) => name === 'Robert'))
  await network.finish(second.signOff())

  const third = await desk.online()
  expect(third.people.get().get(bobUin)?.name).toBe('Robert')
  expect(third.people.get().get(catUin)?.isContact ?? false).toBe(false)
  expect(third.settings.get()).toMatchObject({ hideOffline: false, theme: 'dark' })
  third.addContact(catUin)
  await network.pass(minute)
  await network.finish(third.signOff())
  const again = await phone.online()
  expect(again.people.get().get(catUin)?.isContact).toBe(true)
})

test('what was changed while the server was out of reach is sent, and wins', async () => {
  const { network, office, device } = stage()
  const desk = device()
  office.contacts = [{ uin: bobUin, name: 'Bobby' }]
  const ann = await desk.online()
  desk.cut()
  ann.rename(bobUin, 'Rob')
  ann.changeSettings({ enterSends: false })
  await network.pass(minute)
  desk.mend()
  const again = await desk.online()
  expect(again.people.get().get(bobUin)?.name).toBe('Rob')
  await network.until(() => office.contacts[0]?.name === 'Rob' && office.settings?.includes('"enterSends":false'))
})

test('refused, damaged or not offered: nothing is lost', async () => {
  const { network, office, device } = stage()
  network.addUser(bobUin)
  const desk = device()
  for (const name of ['contactList', 'settings', 'nameContacts', 'keepSettings', 'codePages', 'useCodePage'])
    office.refuses.add(name)
  const ann = await desk.online()
  ann.addContact(bobUin, { name: 'Bobby' })
  await network.pass(minute)
  office.refuses.clear()
  office.settings = '{"at":"yesterday"'
  office.contacts = [{ uin: 0 }, { uin: catUin }]
  const again = await desk.online()
  await network.pass(minute)
  expect([...again.people.get().keys()]).toEqual([bobUin, catUin])
  expect(office.contacts).toContainEqual({ uin: bobUin, name: 'Bobby', group: '' })
  expect(desk.troubles).toEqual([])
  const plain = new TestDevice(network, annUin, { history: memoryHistory(), notebook: memoryNotebook() })
  const alone = await plain.online()
  expect([alone.isListRestored.get(), alone.people.get().size]).toEqual([true, 0])
  await expect(alone.makeInvite()).rejects.toThrow('This server does not offer that')
})

test('asides that nobody answers hold nothing up for long', async () => {
  const { network } = stage()
  await network.person(bobUin)
  const silent = new TestDevice(network, annUin, {}, () => {
    throw new Error('Not answered.')
  })
  const { world } = silent.options
  const deaf = {
    ...world,
    openRoad: async (...given: Parameters<typeof world.openRoad>) => ({
      ...(await world.openRoad(...given)),
      write: () => {},
    }),
  }
  const ann = await silent.online({ world: deaf })
  ann.addContact(bobUin)
  await network.until(() => ann.people.get().get(bobUin)?.status)
})

test('the server tells how people write, and is told how this user does', async () => {
  const { network, office, device } = stage()
  office.codePages = { [bobUin]: 'koi8-r', [catUin]: 'utf-8' }
  office.contacts = [{ uin: bobUin }, { uin: catUin }]
  const ann = await device().online()
  await network.until(() => ann.people.get().get(bobUin)?.codePage === 'koi8-r')
  expect(ann.people.get().get(catUin)?.codePage).toBe('windows-1252')
  await network.until(() => office.ownPage === 'windows-1252')
  ann.useCodePage('windows-1251')
  await network.until(() => office.ownPage === 'windows-1251')
  expect(ann.people.get().get(catUin)?.codePage).toBe('windows-1251')
  expect(await network.finish(ann.makeInvite())).toEqual({ code: 'ABCD-EFGH', expiresAt: 5 })
  office.refuses.add('makeInvite')
  await expect(network.finish(ann.makeInvite())).rejects.toThrow('Not today.')
})

test('a stranger’s code page is asked for', async () => {
  const { network, office, device } = stage()
  const bob = await network.connect({ uin: bobUin })
  const ann = await device().online()
  office.codePages = { [bobUin]: 'windows-1250' }
  await network.finish(bob.send(annUin, 'ahoj'))
  await network.until(() => ann.people.get().get(bobUin)?.codePage === 'windows-1250')
})

test('in a new browser one writes as before, and the server is not told otherwise', async () => {
  const { network, office, device } = stage()
  office.codePages = { [annUin]: 'koi8-r' }
  const ann = await device().online()
  await network.until(() => ann.isListRestored.get())
  await network.pass(minute)
  expect([ann.self.get().codePage, office.ownPage]).toEqual(['koi8-r', ''])
  ann.useCodePage('windows-1251')
  await network.until(() => office.ownPage === 'windows-1251')
})

test('however many names there are, no aside is longer than a message may be', async () => {
  const { network, office, device } = stage()
  const ann = await device().online()
  const uins = Array.from({ length: 300 }, (_, index) => (5_000 + index) as typeof bobUin)
  for (const uin of uins) ann.addContact(uin, { name: '\u0001'.repeat(70), group: 'Щ'.repeat(70) })
  for (const uin of uins) ann.rename(uin, '№'.repeat(70))
  await network.until(() => office.contacts.length === 300)
  expect(office.longestAsk).toBeLessThan(60_000)
})
