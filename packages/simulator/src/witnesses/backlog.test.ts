import type { Event, Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Knock } from '../knocks.ts'
import { newVisit, type Saying, type Visit } from '../visit.ts'
import { Backlog } from './backlog.ts'

const knock = { intent: { name: 'signOn' }, frames: [] } as unknown as Knock
const visitor = (): Visit => newVisit(0 as never, [knock], 0)

const saying = (firstAt: number, name: Event['name'] = 'messageArrived'): Saying =>
  ({ event: { name, uin: 1 as Uin }, sends: 1, firstAt }) as Saying

test('a line is busy from its first packet until it is empty, and a packet that is not acknowledged counts for a minute', () => {
  const [backlog, visit] = [new Backlog(), visitor()]
  const [first, second, third] = [saying(100), saying(200), saying(900)]
  backlog.said(visit, first, 100)
  backlog.said(visit, second, 200)
  expect(backlog.since(visit, 200)).toBe(100)
  backlog.sayingAcked(visit, first, 300)
  backlog.sayingAcked(visit, second, 400)
  backlog.said(visit, third, 900)
  expect(backlog.since(visit, 900)).toBe(900)
  backlog.said(visit, saying(70_000), 70_000)
  expect(backlog.since(visit, 70_000)).toBe(70_000)
})

test('what another process says again has been under way since it began, also if an ACK came before that', () => {
  const [backlog, visit] = [new Backlog(), visitor()]
  const message = saying(100)
  backlog.said(visit, message, 100)
  backlog.sayingAcked(visit, message, 300)
  backlog.visitResumed(visit, 1_000)
  message.sends = 2
  backlog.said(visit, message, 11_000)
  backlog.sayingAckedAgain(visit, message, 11_100)
  backlog.said(visit, saying(11_100), 11_100)
  expect(backlog.since(visit, 11_100)).toBe(1_000)
  backlog.said(visit, message, 11_200)
  backlog.said(visit, saying(90_000), 90_000)
  expect(backlog.since(visit, 90_000)).toBe(90_000)
})

test('behind the reply to a sign-on everything waits for as long as it is not acknowledged', () => {
  const [backlog, visit] = [new Backlog(), visitor()]
  const reply = saying(100, 'signedOn')
  backlog.said(visit, reply, 100)
  backlog.visitResumed(visit, 1_000)
  reply.sends = 2
  backlog.said(visit, reply, 11_000)
  backlog.sayingAcked(visit, reply, 95_000)
  backlog.said(visit, saying(95_000), 95_000)
  expect(backlog.since(visit, 95_000)).toBeLessThanOrEqual(1_000)
})
