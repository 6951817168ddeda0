import { emptyInfo, messageKind, status } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Citizen } from '../folk/citizen.ts'
import { textOf } from '../folk/profiles.ts'
import { company, complaintsOf } from '../testing/company.ts'
import { Town, type TownOptions } from '../town.ts'

const nothing = textOf('')
const info = { ...emptyInfo, nick: textOf('Ann'), email: textOf('ann@here.example') }

/** Somebody who needs authorization, and two who would like to see them. */
function guarded(options: Partial<TownOptions> = {}): { town: Town; people: [Citizen, Citizen, Citizen] } {
  const town = new Town({ seed: 1, ...options })
  const ann = town.citizen({ account: { info: { ...info, needsAuthorization: true } } })
  const people: [Citizen, Citizen, Citizen] = [ann, town.citizen(), town.citizen()]
  for (const citizen of people) citizen.signOn()
  town.runFor(5_000)
  return { town, people }
}

test('where authorization is enforced: asked, refused, asked again, granted, and then for good', () => {
  const { town, people } = guarded({ regime: { enforcesAuthorization: true } })
  const [ann, bob, cat] = people
  bob.befriend(ann.uin)
  cat.add(ann.uin)
  bob.write(ann.uin, textOf('please'), messageKind.authorizationRequest)
  town.runFor(2_000)
  expect(ann.shown.map(({ from, kind }) => [from, kind])).toContainEqual([bob.uin, messageKind.authorizationRequest])
  ann.write(bob.uin, textOf('no'), messageKind.authorizationRefused)
  town.runFor(2_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([undefined, undefined])
  ann.write(bob.uin, textOf('well, yes'), messageKind.authorizationGranted)
  town.runFor(2_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0, undefined])
  town.server.crash()
  town.runFor(5_000)
  town.server.start()
  for (const citizen of people) citizen.signOn()
  town.runFor(30_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0, undefined])
  ann.ask({ name: 'updateInfo', ...info, needsAuthorization: false })
  town.runFor(10_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0, 0])
  expect(complaintsOf(town)).toEqual([])
})

test('where it is not enforced, the clients ask and the server hides nobody', () => {
  const { town, people } = guarded()
  const [ann, bob] = people
  bob.befriend(ann.uin)
  town.runFor(2_000)
  expect(bob.sees(ann.uin)).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})

test('somebody is found by name and address, unless they hide; the address is told if they publish it', () => {
  const town = new Town({ seed: 1 })
  const ann = town.citizen({ account: { info } })
  const bob = town.citizen({ account: { info, hides: true } })
  const cat = town.citizen()
  for (const citizen of [ann, bob, cat]) citizen.signOn()
  town.runFor(5_000)
  const search = { name: 'searchUser', nick: nothing, first: nothing, last: nothing, email: nothing } as const
  cat.ask({ ...search, nick: textOf('an') })
  cat.ask({ ...search, email: textOf('Ann@here.example') })
  cat.ask({ name: 'searchUin', uin: bob.uin })
  cat.ask({ name: 'requestInfo', uin: ann.uin })
  town.runFor(5_000)
  const inOrder = [...cat.answers].sort((a, b) => a.id - b.id)
  const found = inOrder.map((answered) => (answered.kind === 'answered' ? answered.answer : answered))
  const shown = { ...info, email: nothing }
  const ended = { name: 'searchEnded', hasMore: false }
  expect(found).toEqual([
    { name: 'userFound', uin: ann.uin, info: shown },
    ended,
    { name: 'userFound', uin: ann.uin, info: shown },
    ended,
    { name: 'userFound', uin: bob.uin, info: shown },
    ended,
    { name: 'infoFound', uin: ann.uin, info: shown },
  ])
  expect(complaintsOf(town)).toEqual([])
})

test('what was confirmed outlives the server, and the new password is the only one', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [Citizen, Citizen]
  ann.ask({ name: 'updateInfo', ...info, needsAuthorization: true })
  ann.ask({ name: 'changePassword', password: textOf('another') })
  town.runFor(2_000)
  expect(ann.answers).toMatchObject([{ answer: { name: 'infoUpdated' } }, { answer: { name: 'passwordChanged' } }])
  town.server.crash()
  town.runFor(5_000)
  town.server.start()
  ann.die()
  ann.signOn()
  town.runFor(200_000)
  expect(ann.isOnline).toBe(true)
  bob.ask({ name: 'requestInfo', uin: ann.uin })
  town.runFor(5_000)
  const shown = { nick: info.nick, needsAuthorization: true }
  expect(bob.answers).toMatchObject([{ answer: { name: 'infoFound', info: shown } }])
  expect(complaintsOf(town)).toEqual([])
})

test('addresses of people behind one router are told to each other, and to nobody who does not want it', () => {
  const town = new Town({ seed: 1, regime: { direct: 'on' } })
  const ann = town.citizen()
  const neighbour = town.citizen({ at: ann.socket.ip })
  const shy = town.citizen({
    account: { settings: { direct: false, publishesEmail: false, storedMax: undefined, isLimited: true } },
  })
  ann.direct = { port: 4_000, inner: 0xc0a8_0001, capability: 4, version: 3 }
  for (const watcher of [neighbour, shy]) watcher.befriend(ann.uin)
  for (const citizen of [ann, neighbour, shy]) citizen.signOn()
  town.runFor(5_000)
  expect(neighbour.client.roster.get(ann.uin)).toMatchObject({ outer: ann.socket.ip, direct: ann.direct })
  expect(shy.client.roster.get(ann.uin)).toMatchObject({ status: status(0), outer: 0, direct: { port: 0, inner: 0 } })
  expect(complaintsOf(town)).toEqual([])
})
