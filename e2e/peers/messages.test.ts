// Two processes with the library, real sockets, the real server: what goes from one to the other without it.
import { expect, test } from 'vitest'
import { useServer } from '../use-server.ts'
import { usePeople } from './use-people.ts'

const place = useServer({ flags: ['--direct', 'on'] })
const people = usePeople(place)

test('messages, links and contacts go directly, both ways', async () => {
  const { ann, bob, annUin, bobUin } = await people.pair({ codePage: 'windows-1251' })
  expect(await ann.do('send', bobUin, 'Привет, Боб')).toMatchObject({ via: 'peer' })
  expect(await bob.do('send', annUin, 'Привет!', { via: 'peer' })).toMatchObject({ via: 'peer' })
  await ann.do('sendUrl', bobUin, 'http://www.example.org/', 'look here')
  await ann.do('sendContacts', bobUin, [{ uin: 1_234, nick: 'Cyd' }])
  const direct = { via: 'peer', isProven: true, isStored: false }
  expect(await bob.sees('user', 'message')).toMatchObject({ ...direct, text: 'Привет, Боб', from: annUin })
  expect(await ann.sees('user', 'message')).toMatchObject({ ...direct, text: 'Привет!', from: bobUin })
  expect(await bob.sees('user', 'url')).toMatchObject({
    ...direct,
    url: 'http://www.example.org/',
    description: 'look here',
  })
  expect(await bob.sees('user', 'contacts')).toMatchObject({ ...direct, contacts: [{ uin: 1_234, nick: 'Cyd' }] })
})

test('a long text arrives in its parts, in order', async () => {
  const { ann, bob, bobUin } = await people.pair()
  const words = Array.from({ length: 600 }, (_, index) => `word${index}`).join(' ')
  expect(await ann.do('send', bobUin, words)).toMatchObject({ via: 'peer' })
  let text = ''
  while (text.length < words.length) text += (await bob.sees('user', 'message')).text
  expect(text).toBe(words)
})

test('away: the text comes with the acknowledgement, and to whoever asks', async () => {
  const { ann, bob, annUin, bobUin } = await people.pair()
  await bob.do('setStatus', 'away', 'Back at five.')
  await ann.sees('user', 'statusChanged', ({ status }) => status === 'away')
  expect(await ann.do('send', bobUin, 'are you there?')).toEqual({ via: 'peer', answer: 'Back at five.' })
  expect(await ann.do('awayText', bobUin)).toBe('Back at five.')
  expect(await bob.do('awayText', annUin)).toBeUndefined()
})

test('occupied and do not disturb: returned, unless it is urgent or for the list', async () => {
  const { ann, bob, bobUin } = await people.pair()
  for (const [status, because] of [
    ['occupied', 'occupied'],
    ['doNotDisturb', 'doNotDisturb'],
  ] as const) {
    await bob.do('setStatus', status, 'Not now.')
    await ann.sees('user', 'statusChanged', (told) => told.status === status)
    await expect(ann.do('send', bobUin, 'hello?')).rejects.toMatchObject({
      name: 'SendError',
      because,
      answer: 'Not now.',
    })
    await ann.do('send', bobUin, 'fire!', { urgency: 'urgent' })
    await ann.do('send', bobUin, 'later', { urgency: 'toList' })
    expect(await bob.sees('user', 'message')).toMatchObject({ text: 'fire!', urgency: 'urgent' })
    expect(await bob.sees('user', 'message')).toMatchObject({ text: 'later', urgency: 'toList' })
  }
  expect(bob.told.some(({ type }) => type === 'message')).toBe(false)
})

test('somebody without direct connections is written to through the server, and cannot be chatted with', async () => {
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const server = `${place.server.host}:${place.server.port}`
  const { person: bob } = await people.somebody({ server, uin: bobUin, contacts: [annUin] })
  const cyd = await place.signedOn()
  const { person: ann } = await people.somebody({ server, uin: annUin, contacts: [bobUin, cyd.uin] })
  await ann.sees('user', 'online', ({ uin }) => uin === cyd.uin)
  await ann.sees('user', 'online', ({ uin }) => uin === bobUin)
  expect(await ann.do('send', cyd.uin, 'hello')).toMatchObject({ via: 'server' })
  await expect(ann.do('chat', cyd.uin, 'a chat')).rejects.toMatchObject({ name: 'ChatError', because: 'unreachable' })
  await expect(ann.do('send', cyd.uin, 'hello', { via: 'peer' })).rejects.toMatchObject({ because: 'unreachable' })
  expect(await ann.do('send', bobUin, 'hello', { via: 'server' })).toMatchObject({ via: 'server' })
  expect(await bob.sees('user', 'message')).toMatchObject({ via: 'server', text: 'hello' })
})

test('when the other process dies, messages go to the server and wait there', async () => {
  const { ann, bob, annUin, bobUin } = await people.pair()
  await ann.do('send', bobUin, 'first')
  await bob.sees('user', 'message')
  await bob.kill()
  expect(await ann.do('send', bobUin, 'second')).toMatchObject({ via: 'server' })
  expect(await ann.do('send', bobUin, 'third')).toMatchObject({ via: 'server' })
  const { person: again } = await people.somebody({ uin: bobUin, contacts: [annUin] })
  const texts = [await again.sees('user', 'message'), await again.sees('user', 'message')].map(({ text }) => text)
  expect(texts.sort()).toEqual(['second', 'third'])
})

test('whoever signs off is gone for both', async () => {
  const { ann, bob, annUin, bobUin } = await people.pair()
  await ann.do('send', bobUin, 'bye')
  await ann.do('signOff')
  await bob.sees('user', 'offline', ({ uin }) => uin === annUin)
  expect(await bob.do('send', annUin, 'too late')).toMatchObject({ via: 'server' })
})
