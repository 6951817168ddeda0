import type { Activity, Crew } from '../activity.ts'
import { atRate } from '../at-rate.ts'
import { rotation } from '../rotation.ts'
import type { User } from '../user.ts'

/** Messages at a steady rate, one user after another, whatever becomes of them. `users`: who writes, and to whom. */
export function messageRate({ options, crowd, chat }: Crew, users: readonly User[] = crowd.onLine): Activity {
  const next = rotation(users, ({ isReady }) => isReady)
  chat.formRing(users)
  chat.onOver = () => {}
  const stop = atRate(options.rates.messages, (dueAt, now) => {
    const user = next()
    if (user !== undefined) chat.write(user, dueAt, now)
    return user !== undefined
  })
  return { timings: { shown: chat.shown, acknowledged: chat.acknowledged }, stop }
}
