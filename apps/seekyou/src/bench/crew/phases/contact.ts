import type { Activity, Crew } from '../activity.ts'
import { Turns } from '../turns.ts'

/** Everybody announces the users who come next. */
export function contact({ options, crowd, contacts }: Crew): Activity {
  const users = crowd.onLine
  const place = new Map(users.map((user, index) => [user, index]))
  const count = Math.min(options.contacts, users.length - 1)
  const turns = new Turns(users, options.abreast, (user) => {
    const now = performance.now()
    const others = Array.from({ length: count }, (_, index) => users[(place.get(user)! + 1 + index) % users.length]!)
    contacts.announce(user, others, now, now)
  })
  contacts.onDone = (user) => turns.done(user)
  return { timings: { 'told who is here': contacts.timing }, over: turns.over, stop: () => turns.stop() }
}
