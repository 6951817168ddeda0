import { expect, test } from 'vitest'
import { annUin, bobUin, minute, spoken, testDevice } from './testing/stage.ts'

test('what is written while the line is down waits, and goes when it is back, in order', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  const talk = ann.conversation(bobUin)
  device.cut()
  ann.send(bobUin, 'one')
  ann.send(bobUin, `two ${'and '.repeat(300)}`)
  ann.sendUrl(bobUin, 'https://example.org/', 'a page')
  expect(talk.get().entries.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  await network.pass(minute)
  device.mend()
  await network.until(() => talk.get().entries.every(({ state }) => state === 'accepted'), { withinMs: 2 * minute })
  await network.until(() => bob.texts.length === 4)
  expect(bob.texts.join('')).toBe(`onetwo ${'and '.repeat(300)}`)
})

test('what waits survives a reload, and even several', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.conversation(bobUin)
  device.cut()
  const long = 'word '.repeat(200)
  ann.send(bobUin, 'first')
  ann.send(bobUin, long)
  await network.pass(1_000)
  const second = device.open()
  const talk = second.conversation(bobUin)
  await network.until(() => talk.get().entries.length === 2)
  expect(talk.get().entries.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  second.send(bobUin, 'third')
  await network.pass(1_000)
  device.mend()
  const third = await device.online()
  third.conversation(bobUin)
  await network.until(() => spoken(third, bobUin).filter((line) => line.endsWith('(accepted)')).length === 3)
  await network.until(() => bob.texts.length === 5)
  expect(bob.texts.join('')).toBe(`first${long}third`)
  expect(await device.options.history.page(bobUin, 10)).toMatchObject([
    { state: 'accepted' },
    { state: 'accepted' },
    { state: 'accepted' },
  ])
  await device.online()
  await network.pass(minute)
  expect(bob.texts).toHaveLength(5)
})

test('a reload in the middle of sending: nothing is lost, and whole pieces are sent again at most', async () => {
  for (let after = 0; after <= 400; after += 50) {
    const device = testDevice()
    const { network } = device
    const bob = await network.person(bobUin)
    const ann = await device.online()
    const pieces = Array.from({ length: 3 }, (_, index) => `${index}`.repeat(449))
    ann.send(bobUin, pieces.join(' '))
    await network.pass(after)
    const again = await device.online()
    again.conversation(bobUin)
    await network.until(() => spoken(again, bobUin)[0]?.endsWith('(accepted)'))
    await network.until(() => new Set(bob.texts.map((text) => text[0])).size === 3)
    expect([...new Set(bob.texts)].map((text) => text.trim())).toEqual(pieces)
  }
})

test('what cannot be sent says why, keeps its place when it is tried again, and can be deleted', async () => {
  const device = testDevice()
  const { network } = device
  await network.person(bobUin)
  const ann = await device.online()
  const talk = ann.conversation(bobUin)
  ann.sendUrl(bobUin, `https://example.org/${'x'.repeat(450)}`, '')
  ann.send(bobUin, 'after')
  await network.until(() => talk.get().entries[1]?.state === 'accepted')
  const [failed] = talk.get().entries
  expect(failed).toMatchObject({ state: 'failed', because: 'tooLong' })
  expect(device.notices.at(-1)).toMatchObject({ what: 'failed', entry: { id: failed?.id } })
  ann.retry(failed!.id)
  expect(talk.get().entries[0]).toMatchObject({ id: failed?.id, state: 'sending' })
  expect(talk.get().entries[0]?.because).toBeUndefined()
  await network.until(() => talk.get().entries[0]?.state === 'failed')
  const again = await device.online()
  const after = again.conversation(bobUin)
  await network.until(() => after.get().entries.length === 2)
  expect(after.get().entries[0]).toMatchObject({ state: 'failed', because: 'tooLong' })
  again.discard(failed!.id)
  expect(spoken(again, bobUin)).toEqual(['me: after (accepted)'])
  await network.pass(10)
  expect(await device.options.history.page(bobUin, 10)).toHaveLength(1)
})

test('what waits can be taken back, also after a reload', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  ann.conversation(bobUin)
  device.cut()
  for (const text of ['one', 'two', 'three']) ann.send(bobUin, text)
  ann.discard(ann.conversation(bobUin).get().entries[0]!.id)
  await network.pass(10)
  const again = device.open()
  again.conversation(bobUin)
  await network.until(() => spoken(again, bobUin).length === 2)
  again.discard(again.conversation(bobUin).get().entries[1]!.id)
  device.mend()
  await network.until(() => spoken(again, bobUin)[0] === 'me: two (accepted)', { withinMs: minute })
  await network.pass(minute)
  expect([spoken(again, bobUin), bob.texts]).toEqual([['me: two (accepted)'], ['two']])
})

test('an entry that was kept as waiting and waits nowhere is not held to be sent', async () => {
  const device = testDevice()
  await device.options.history.put({
    id: '1',
    with: bobUin,
    at: 5,
    author: 'me',
    content: { type: 'message', text: 'lost' },
    state: 'waiting',
  })
  const ann = await device.online()
  const talk = ann.conversation(bobUin)
  await device.network.until(() => talk.get().entries.length === 1)
  expect(talk.get().entries[0]).toMatchObject({ state: 'failed', because: 'notKept' })
})

test('signing off leaves what waits for the next time', async () => {
  const device = testDevice()
  const { network } = device
  const bob = await network.person(bobUin)
  const ann = await device.online()
  device.cut()
  ann.send(bobUin, 'later')
  await network.finish(ann.signOff())
  device.mend()
  const again = await device.online()
  await network.until(() => bob.texts.length === 1)
  again.conversation(bobUin)
  await network.until(() => spoken(again, bobUin)[0] === 'me: later (accepted)')
  expect(annUin).toBe(again.uin)
})
