import type { Activity, Crew } from '../activity.ts'
import { Turns } from '../turns.ts'

/** Where nothing has come back for so long, nobody is there. */
const silenceMs = 15_000
const lookEveryMs = 100

/** Everybody signs on, so many at a time. */
export function login({ options, crowd, signOn, statusChanges }: Crew): Activity {
  const turns = new Turns(crowd.users, options.abreast, (user) => {
    const now = performance.now()
    signOn.signOn(user, now, now)
  })
  const before = { ...crowd.counts }
  const begun = performance.now()
  const watch = setInterval(() => {
    const isSilent = crowd.counts.datagramsIn === before.datagramsIn
    const isRefused = crowd.counts.socketErrors > before.socketErrors
    if (isSilent && (isRefused || performance.now() - begun > silenceMs)) turns.stop()
  }, lookEveryMs)
  signOn.onSettled = (user) => turns.done(user)
  statusChanges.learnNumbers(crowd.users)
  return {
    timings: { 'signed on': signOn.timing },
    over: turns.over.finally(() => {
      clearInterval(watch)
      signOn.giveUp()
    }),
    stop: () => turns.stop(),
  }
}
