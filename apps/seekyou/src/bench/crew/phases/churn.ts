import type { Activity, Crew } from '../activity.ts'
import { atRate } from '../at-rate.ts'
import { rotation } from '../rotation.ts'
import type { User } from '../user.ts'
import { messageRate } from './message-rate.ts'

/** One in so many comes and goes. */
const oneIn = 10

/** Some sign off and on again at a steady rate, while the others chat. */
export function churn(crew: Crew): Activity {
  const { options, crowd, signOn, contacts } = crew
  const users = crowd.onLine
  const comers = users.filter((_, index) => index % oneIn === 0)
  const isComer = new Set(comers)
  const contactsOf = new Map(comers.map((user) => [user, user.contacts.filter((contact) => !isComer.has(contact))]))
  const away = new Set<User>()
  const next = rotation(comers, (user) => user.isOnLine && !away.has(user))

  signOn.onGone = (user, dueAt) => signOn.signOn(user, dueAt, performance.now())
  signOn.onSettled = (user) => {
    const now = performance.now()
    const list = contactsOf.get(user) ?? []
    if (list.length > 0) contacts.announce(user, list, now, now)
    else away.delete(user)
  }
  contacts.onDone = (user) => away.delete(user)
  const stop = atRate(options.rates.visits, (dueAt, now) => {
    const user = next()
    if (user === undefined) return false
    away.add(user)
    signOn.signOff(user, dueAt, now)
    return true
  })
  const chatting = messageRate(
    crew,
    users.filter((user) => !isComer.has(user)),
  )
  return {
    timings: { 'signed on again': signOn.timing, ...chatting.timings },
    stop() {
      stop()
      chatting.stop()
    },
  }
}
