import type { Activity, Crew } from '../activity.ts'
import { atRate } from '../at-rate.ts'
import { rotation } from '../rotation.ts'

/** Nothing but keep-alives, one user after another. */
export function idle({ options, crowd, keepAlives }: Crew): Activity {
  const next = rotation(crowd.onLine, ({ isReady }) => isReady)
  const stop = atRate(options.rates.keepAlives, (dueAt, now) => {
    const user = next()
    if (user !== undefined) keepAlives.say(user, dueAt, now)
    return user !== undefined
  })
  return { timings: { acknowledged: keepAlives.timing }, stop }
}
