import type { Activity, Crew } from '../activity.ts'
import { atRate } from '../at-rate.ts'
import { rotation } from '../rotation.ts'

/** Changes of status at a steady rate. A user whose last change is not known to all watchers is passed over. */
export function presence({ options, crowd, statusChanges }: Crew): Activity {
  const next = rotation(
    crowd.onLine.filter(({ watchers }) => watchers > 0),
    (user) => user.isOnLine && user.unheard === 0,
  )
  const stop = atRate(options.rates.changes, (dueAt, now) => {
    const user = next()
    if (user !== undefined) statusChanges.change(user, dueAt, now)
    return user !== undefined
  })
  return { timings: { 'heard by all': statusChanges.heardByAll, heard: statusChanges.heard }, stop }
}
