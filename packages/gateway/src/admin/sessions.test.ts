import { expect, test } from 'vitest'
import { newSessions, sessionMs } from './sessions.ts'

test('a session lasts twelve hours, and nothing but its own id finds it', () => {
  const clock = { now: 1_000 }
  const sessions = newSessions(() => clock.now)
  const { id, session } = sessions.open('ann')
  expect(session).toMatchObject({ name: 'ann', expiresAt: 1_000 + sessionMs })
  expect(session.csrf).not.toBe(id)
  expect(sessions.find(id)).toBe(session)
  expect(sessions.find(`${id}x`)).toBeUndefined()
  clock.now += sessionMs
  expect(sessions.find(id)).toBeUndefined()
  expect(session.ended.aborted).toBe(true)
})

test('signing out ends one session, or all of an administrator', () => {
  const sessions = newSessions(() => 0)
  const [first, second, other] = [sessions.open('ann'), sessions.open('ann'), sessions.open('bob')]
  sessions.close(first.id)
  expect([first, second, other].map(({ session }) => session.ended.aborted)).toEqual([true, false, false])
  sessions.closeAll('Ann')
  expect([second, other].map(({ id }) => sessions.find(id)?.name)).toEqual([undefined, 'bob'])
  expect(second.session.ended.aborted).toBe(true)
})

test('no number of sign-ons fills the memory: the oldest session ends', () => {
  const sessions = newSessions(() => 0)
  const opened = Array.from({ length: 300 }, () => sessions.open('ann'))
  const alive = opened.map(({ id }) => sessions.find(id) !== undefined)
  expect(alive.filter(Boolean)).toHaveLength(256)
  expect(alive.slice(-256).every(Boolean)).toBe(true)
})
