import type { Activity, Crew } from '../activity.ts'
import type { User } from '../user.ts'

/** Everybody writes again as soon as the last message was shown and acknowledged. */
export function message({ crowd, chat }: Crew): Activity {
  const users = crowd.onLine
  let begun = 0
  chat.formRing(users)
  const write = (user: User, now: number): void => {
    if (user.isOnLine) chat.write(user, now, now)
  }
  chat.onOver = write
  // All at once would be one burst that no socket's buffer holds.
  const start = setInterval(() => {
    const end = Math.min(begun + 16, users.length)
    for (; begun < end; begun++) write(users[begun]!, performance.now())
    if (begun === users.length) clearInterval(start)
  }, 1)
  return {
    timings: { shown: chat.shown, acknowledged: chat.acknowledged },
    stop() {
      clearInterval(start)
      chat.onOver = () => {}
    },
  }
}
