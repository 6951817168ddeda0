import { status, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { carryOut } from './handlers.ts'
import { Presence } from './presence/presence.ts'
import { accountOf, plainPresence } from './testing/fixtures.ts'

const ann = uin(1_001)
const bob = uin(1_002)
const direct = { port: 5, inner: 6, capability: 4, version: 3 }
const hidden = { port: 0, inner: 0, capability: 6, version: 3 }

function here() {
  const presence = new Presence(plainPresence)
  presence.arrive(accountOf(ann), status(0), 1, direct, 0)
  presence.arrive(accountOf(bob), status(0), 2, direct, 0)
  return { user: ann, now: 0, wall: 0, presence }
}

test('announced contacts are answered with those who are here, then the end', () => {
  const context = here()
  expect(carryOut({ name: 'announceContacts', uins: [bob, uin(1_003)] }, context)).toMatchObject({
    answers: [
      { name: 'contactOnline', uin: bob, status: 0, outer: 0, direct: hidden },
      { name: 'contactsAnnounced', uin: ann },
    ],
  })
  expect(carryOut({ name: 'announceContacts', uins: [] }, context)).toEqual({
    answers: [{ name: 'contactsAnnounced', uin: ann }],
  })
})

test('a change of status tells the watchers, not the user', () => {
  const context = here()
  carryOut({ name: 'announceContacts', uins: [ann] }, { ...context, user: bob })
  expect(carryOut({ name: 'changeStatus', status: status(0x04) }, context)).toEqual({
    told: [{ to: bob, event: { name: 'contactStatusChanged', uin: ann, status: 0x05 } }],
  })
})

test('the lists decide who is told', () => {
  const context = here()
  carryOut({ name: 'announceContacts', uins: [ann] }, { ...context, user: bob })
  expect(carryOut({ name: 'announceInvisibleTo', uins: [bob] }, context).told).toMatchObject([
    { to: bob, event: { name: 'contactOffline', uin: ann } },
  ])
  expect(carryOut({ name: 'announceInvisibleTo', uins: [] }, context).told).toMatchObject([
    { to: bob, event: { name: 'contactOnline', uin: ann } },
  ])
  carryOut({ name: 'changeStatus', status: status(0x100) }, context)
  expect(carryOut({ name: 'announceVisibleTo', uins: [bob] }, context).told).toMatchObject([
    { to: bob, event: { name: 'contactOnline', uin: ann, status: 0x100 } },
  ])
})

test('a sign of life says again what was lost on the way, once', () => {
  const context = here()
  carryOut({ name: 'announceContacts', uins: [bob] }, context)
  context.presence.doubt(ann, bob)
  expect(carryOut({ name: 'keepAlive' }, context)).toMatchObject({ answers: [{ name: 'contactOnline', uin: bob }] })
  expect(carryOut({ name: 'keepAlive' }, context)).toMatchObject({ answers: [] })
})

test('to confirm stored messages does nothing: each is forgotten when it is acknowledged itself', () => {
  expect(carryOut({ name: 'confirmStoredMessages' }, here())).toEqual({})
})
