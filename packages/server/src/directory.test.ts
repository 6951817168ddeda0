import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { type Client, text } from './testing/client.ts'
import { World } from './testing/world.ts'

const { searchUser, searchUin, infoRequest, extInfoRequest, updateInfo, newUserInfo, changePassword } = clientPackets
const { updateExtInfo } = clientPackets
const none = text('')
const names = { nick: none, first: none, last: none, email: none }
const extInfo = {
  city: text('Malmo'),
  country: 46,
  tz: 0xfe,
  state: none,
  age: 0xffff,
  sex: 0,
  phone: none,
  homepage: none,
  about: none,
}

const rename = (client: Client, nick: string, subSeq = 1) =>
  client.say(updateInfo, { subSeq, ...names, nick: text(nick), auth: 1 })

test('results come one at a time, and the end after the last of them, whatever is lost on the way', () => {
  const world = new World()
  for (let number = 1_002; number < 1_010; number++) rename(world.guest(number), 'Beth')
  const ann = world.guest(1_001, { acks: false })
  ann.say(searchUser, { subSeq: 9, ...names, nick: text('be') })
  expect(ann.news()).toEqual(['ack 2', 'userFound 1: 1002'].map((line) => line.replace(': 1002', '')))
  world.pass(2_000)
  expect(ann.news()).toEqual(['userFound 1'])
  for (let sequence = 1; sequence <= 8; sequence++) ann.ack(sequence)
  expect(ann.news()).toEqual([...Array.from({ length: 7 }, (_, index) => `userFound ${index + 2}`), 'endOfSearch 9'])
  const found = ann.heard.filter(({ name }) => name === 'userFound').map(({ value }) => value.uin)
  expect(new Set(found).size).toBe(8)
  expect(ann.last('endOfSearch')?.value).toMatchObject({ subSeq: 9, more: 0 })
})

test('a search in vain, and one for nothing at all, end at once', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.say(searchUin, { subSeq: 1, target: 77_777 })
  ann.say(searchUser, { subSeq: 2, ...names })
  expect(ann.news()).toEqual(['ack 2', 'endOfSearch 1', 'ack 3', 'endOfSearch 2'])
  expect(world.store.met.filter((name) => name === 'searchUsers')).toEqual([])
})

test('of two changes the later one wins, although the store is slow', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.store.isHeld = true
  rename(ann, 'first', 1)
  rename(ann, 'second', 2)
  ann.say(infoRequest, { subSeq: 3, target: 1_001 })
  expect(ann.news()).toEqual(['ack 2', 'ack 3', 'ack 4'])
  world.store.release()
  expect(ann.news()).toEqual(['updateReply 1', 'updateReply 2', 'infoReply 3'])
  expect(ann.last('infoReply')?.value).toMatchObject({ subSeq: 3, nick: text('second') })
})

test('nothing is confirmed that the store has not taken, and the client is told so', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.store.isDown = true
  ann.say(updateInfo, { subSeq: 1, ...names, auth: 1 })
  ann.say(newUserInfo, { subSeq: 2, ...names, auth: 1 })
  ann.say(updateExtInfo, { subSeq: 3, ...extInfo })
  ann.say(changePassword, { subSeq: 4, newPassword: text('other') })
  ann.say(searchUser, { subSeq: 5, ...names, nick: text('a') })
  ann.say(infoRequest, { subSeq: 6, target: 1_001 })
  expect(ann.news().filter((line) => !line.startsWith('ack'))).toEqual([
    'updateFail 1',
    'newUserFail 2',
    'updateExtFail 3',
    'changePasswordFail 4',
    'endOfSearch 5',
  ])
  expect(ann.last('endOfSearch')?.value).toMatchObject({ more: 1 })
  world.store.isDown = false
  ann.say(infoRequest, { subSeq: 7, target: 1_001 })
  expect(ann.last('infoReply')?.value).toMatchObject({ nick: none })
})

test('the same number asked again is answered once, and a reply that is lost comes again under its number', () => {
  const world = new World()
  const ann = world.guest(1_001, { acks: false })
  ann.say(extInfoRequest, { subSeq: 1, target: 1_001 })
  ann.repeat()
  expect(ann.news()).toEqual(['ack 2', 'extInfoReply 1', 'ack 2'])
  world.pass(10_000)
  expect(ann.news()).toEqual(['extInfoReply 1'])
  ann.ack(1)
  world.pass(100_000)
  expect(ann.news()).toEqual([])
})

test('who leaves before the store has answered is not answered, and the change is made', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.store.isHeld = true
  rename(ann, 'gone')
  world.put({ kind: 'forceOff', uin: ann.uin })
  ann.news()
  world.store.release()
  expect(ann.news()).toEqual([])
  const bob = world.guest(1_002)
  bob.say(infoRequest, { subSeq: 1, target: 1_001 })
  expect(bob.last('infoReply')?.value).toMatchObject({ nick: text('gone') })
})

test('an empty password is refused without a word to the store', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.say(changePassword, { subSeq: 4, newPassword: none })
  expect(ann.news()).toEqual(['ack 2', 'changePasswordFail 1'])
  expect(world.store.met).not.toContain('changePassword')
})

test('a new password is the only one from then on; who is signed on stays', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.say(changePassword, { subSeq: 4, newPassword: text('other') })
  expect(ann.news()).toEqual(['ack 2', 'changePasswordReply 1'])
  ann.keepAlive()
  expect(ann.news()).toEqual(['ack 3'])
  ann.signOff()
  ann.login({ password: 'secret' })
  expect(ann.last('badPassword')).toBeDefined()
  ann.signOn({ password: 'other' })
  expect(ann.last('loginReply')).toBeDefined()
})
