import { type Event, type EventName, type Intent, type IntentName, status, type Uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromClient, fromServer } from '../testing/wire.ts'
import { v2Client } from './client-dialect.ts'
import { v2Server } from './server-dialect.ts'

const client = v2Client()
const server = v2Server()

const uin = fc.integer({ min: 1, max: 0xffff_ffff }) as fc.Arbitrary<Uin>
/** Higher ones may be a number turned round, which is heard as well. */
const ordinaryUin = fc.integer({ min: 1, max: 0x07ff_ffff }) as fc.Arbitrary<Uin>
const u8 = fc.nat(0xff)
const u16 = fc.nat(0xffff)
const u32 = fc.nat(0xffff_ffff)
const anyStatus = u32.map(status)
/** Texts have no NUL: it ends them on the wire. */
const text = fc.uint8Array({ min: 1, maxLength: 450 })
const uins = fc.array(uin, { maxLength: 255 })
const direct = fc.record({ port: u16, inner: u32, capability: u8, version: u32 })
/** The time of a stored message is told to the minute, with a year of 16 bits. */
const minute = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) / 60_000 }).map((minutes) => minutes * 60_000)

const anyText = (maxLength: number) => fc.uint8Array({ min: 1, maxLength })
/** Clients take no longer names than these, and servers send none. */
const names = (most: number) => ({
  nick: anyText(most),
  first: anyText(most),
  last: anyText(most),
  email: anyText(most),
})
const info = fc.record({ ...names(20), needsAuthorization: fc.boolean() })
const known = (most: number, min = 0) => fc.option(fc.integer({ min, max: most }), { nil: undefined })
const extInfo = (most: number) =>
  fc.record({
    city: anyText(most),
    country: known(0xfffe),
    // The number -100 means that nothing was told.
    timeZone: known(127, -99),
    state: anyText(most),
    age: known(0xfffe),
    sex: known(0xff, 1),
    phone: anyText(most),
    homepage: anyText(most),
    about: anyText(most),
    zip: known(0xffff_fffe),
  })

const intents: { readonly [Name in IntentName]: fc.Arbitrary<Omit<Intent<Name>, 'name'>> } = {
  signOn: fc.record({ uin, password: text, status: anyStatus, direct }),
  signOff: fc.constant({}),
  keepAlive: fc.constant({}),
  demandAnswer: fc.constant({}),
  register: fc.record({ password: text }),
  openRegistration: fc.constant({}),
  announceContacts: fc.record({ uins }),
  announceVisibleTo: fc.record({ uins }),
  announceInvisibleTo: fc.record({ uins }),
  changeStatus: fc.record({ status: anyStatus }),
  sendMessage: fc.record({ to: uin, kind: u16, text }),
  fetchStoredMessages: fc.constant({}),
  confirmStoredMessages: fc.constant({}),
  checkPassword: fc.record({ uin, password: text }),
  addContact: fc.record({ uin }),
  searchUin: fc.record({ uin }),
  searchUser: fc.record(names(450)),
  requestInfo: fc.record({ uin: ordinaryUin }),
  requestExtInfo: fc.record({ uin: ordinaryUin }),
  updateInfo: fc.record({ ...names(450), needsAuthorization: fc.option(fc.boolean(), { nil: undefined }) }),
  updateExtInfo: fc.record({ extInfo: extInfo(450) }),
  changePassword: fc.record({ password: text }),
  formality: fc.constant({}),
}

const events: { readonly [Name in EventName]: fc.Arbitrary<Omit<Event<Name>, 'name'>> } = {
  signedOn: fc.record({ uin, outer: u32 }),
  signOnRefused: fc.oneof(
    fc.record({ uin, because: fc.constant('password' as const) }),
    // Version 2 says neither to whom nor why it is busy.
    fc.constant({ uin: 0 as Uin, because: 'busy' as const }),
  ),
  notSignedOn: fc.constant({}),
  signedOff: fc.constant({}),
  registered: fc.record({ uin }),
  registrationRefused: fc.constant({}),
  contactOnline: fc.record({ uin, status: anyStatus, outer: u32, direct }),
  contactStatusChanged: fc.record({ uin, status: anyStatus }),
  contactOffline: fc.record({ uin }),
  contactsAnnounced: fc.record({ uin }),
  messageArrived: fc.record({ from: ordinaryUin, kind: u16, text }),
  storedMessageArrived: fc.record({ from: uin, kind: u16, text, at: minute }),
  storedMessagesEnded: fc.record({ uin }),
  userFound: fc.record({ uin, info }),
  searchEnded: fc.record({ hasMore: fc.boolean() }),
  infoFound: fc.record({ uin, info }),
  extInfoFound: fc.record({ uin, extInfo: extInfo(5) }),
  uinUnknown: fc.record({ uin }),
  infoUpdated: fc.constant({}),
  infoNotUpdated: fc.constant({}),
  extInfoUpdated: fc.constant({}),
  extInfoNotUpdated: fc.constant({}),
  passwordChanged: fc.constant({}),
  passwordNotChanged: fc.constant({}),
  passwordConfirmed: fc.record({ uin }),
  startAgain: fc.constant({}),
}

/** What carries the mark of a request on the wire; everything else is heard with the mark 0. */
const marked: ReadonlySet<string> = new Set<IntentName | EventName>([
  'signOn',
  'register',
  'signedOn',
  'signOnRefused',
  'registered',
  'checkPassword',
  'passwordConfirmed',
  'searchUin',
  'searchUser',
  'requestInfo',
  'requestExtInfo',
  'updateInfo',
  'updateExtInfo',
  'changePassword',
  'userFound',
  'searchEnded',
  'infoFound',
  'extInfoFound',
  'infoUpdated',
  'infoNotUpdated',
  'extInfoUpdated',
  'extInfoNotUpdated',
  'passwordChanged',
  'passwordNotChanged',
])
const withoutUin: ReadonlySet<string> = new Set<IntentName>(['register', 'openRegistration', 'checkPassword'])

test.each(Object.entries(intents))('%s is heard as it was spoken', (name, content) => {
  fc.assert(
    fc.property(content, u16, uin, (content, request, speaker) => {
      const intent = { name, ...content } as Intent
      const by = intent.name === 'signOn' ? intent.uin : speaker
      const spoken = client.speak(intent, request, by)
      expect(spoken).toHaveLength(1)
      const frame = fromClient(spoken[0]!.datagram)
      expect(server.hear(frame)).toEqual({ intent, request: marked.has(name) ? request : 0 })
      expect(frame.uin).toBe(withoutUin.has(name) ? 0 : by)
    }),
  )
})

test.each(Object.entries(events))('%s is heard as it was told', (name, content) => {
  fc.assert(
    fc.property(content, u16, (content, request) => {
      const event = { name, ...content } as Event
      const spoken = server.speak(event, request, { directVersion: 3 })
      expect(spoken).toHaveLength(1)
      const heard = client.hear(fromServer(spoken[0]!.datagram))
      const isBusy =
        name === 'registrationRefused' ||
        name === 'startAgain' ||
        (event.name === 'signOnRefused' && event.because === 'busy')
      if (isBusy) expect(heard).toEqual({ event: { name: 'signOnRefused', uin: 0, because: 'busy' }, request: 0 })
      else expect(heard).toEqual({ event, request: marked.has(name) ? request : 0 })
    }),
  )
})

test('nothing that comes from a network makes a dialect throw', () => {
  const codes = [0x000a, 0x010e, 0x03e8, 0x03fc, 0x0406, 0x0438, 0x04d8, 0x06a4, 0x005a, 0x0064, 0x006e, 0x00dc, 0x0104]
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...codes), u16),
      u16,
      fc.uint8Array({ maxLength: 80 }),
      (code, sequence, body) => {
        const header = [2, 0, code & 0xff, code >>> 8, sequence & 0xff, sequence >>> 8]
        const datagram = Uint8Array.from([...header, 0xe8, 3, 0, 0, ...body])
        for (const heard of [server.hear(fromClient(datagram)), client.hear(fromServer(datagram))]) {
          if (heard !== 'unknown') expect(Object.keys(heard)).toContain('fault' in heard ? 'fault' : 'request')
        }
      },
    ),
  )
})
