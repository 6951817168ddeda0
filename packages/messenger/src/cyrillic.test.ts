import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { annUin, bobUin, spoken, TestDevice } from './testing/stage.ts'

const greeting = 'Привет, Аня! Это «Борис», № 5 — ещё раз привет'

test('two people with different alphabets: guessed, warned, chosen', async () => {
  const network = testNetwork()
  const [annDevice, bobDevice] = [
    new TestDevice(network, annUin, { codePage: 'windows-1252' }),
    new TestDevice(network, bobUin, { codePage: 'windows-1251' }),
  ]
  const [ann, bob] = [await annDevice.online(), await bobDevice.online()]
  ann.conversation(bobUin)
  bob.conversation(annUin)

  bob.send(annUin, greeting)
  await network.until(() => ann.unread.get().all === 1)
  expect(spoken(ann, bobUin)).toEqual([`them: ${greeting}`])
  expect(ann.people.get().get(bobUin)).toMatchObject({ codePage: 'windows-1251', last: { text: greeting } })

  expect(ann.measure(bobUin, 'Grüße, Борис').lacking).toEqual(['ü', 'ß'])
  expect(ann.measure(bobUin, 'Спасибо').lacking).toEqual([])
  ann.send(bobUin, 'Спасибо')
  await network.until(() => bob.unread.get().all === 1)
  expect(spoken(bob, annUin)[1]).toBe('them: Спасибо')

  const again = await annDevice.online()
  expect(again.people.get().get(bobUin)?.codePage).toBe('windows-1251')
})

test('a code page that is chosen later makes readable what came before', async () => {
  const network = testNetwork()
  const device = new TestDevice(network, annUin)
  const ann = await device.online()
  const talk = ann.conversation(bobUin)
  const bob = await network.connect({ uin: bobUin, codePage: 'koi8-r' })
  await network.finish(bob.updateInfo({ nick: 'Боря' }))
  ann.chooseCodePage(bobUin, 'windows-1252')
  await network.finish(bob.send(annUin, greeting.replace(/[«»№—]/g, '')))
  await network.finish(bob.sendUrl(annUin, 'https://example.org/', { description: 'Страница' }))
  await network.until(() => talk.get().entries.length === 2)
  expect(spoken(ann, bobUin)[0]).not.toContain('Привет')
  await network.until(() => ann.people.get().get(bobUin)?.nick !== '')
  ann.chooseCodePage(bobUin, 'koi8-r')
  expect(spoken(ann, bobUin)[0]).toContain('Привет, Аня! Это Борис')
  expect(talk.get().entries[1]).toMatchObject({ content: { url: 'https://example.org/', description: 'Страница' } })
  expect(ann.people.get().get(bobUin)).toMatchObject({ nick: 'Боря', last: { text: 'https://example.org/ Страница' } })
  expect(talk.get().entries[0]).toBe(talk.get().entries[0])
})

test('how this user writes is kept, until the account says otherwise', async () => {
  const device = new TestDevice(testNetwork(), annUin)
  const ann = await device.online()
  ann.useCodePage('windows-1251')
  expect((await device.online()).self.get().codePage).toBe('windows-1251')
  expect((await device.online({ codePage: 'koi8-u' })).self.get().codePage).toBe('koi8-u')
})
