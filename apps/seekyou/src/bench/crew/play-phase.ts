import { setTimeout as delay } from 'node:timers/promises'
import type { Tally } from '../crew-words.ts'
import type { PhaseName } from '../phases.ts'
import type { Activity, Crew } from './activity.ts'
import { plus } from './counts.ts'
import { churn } from './phases/churn.ts'
import { contact } from './phases/contact.ts'
import { idle } from './phases/idle.ts'
import { login } from './phases/login.ts'
import { message } from './phases/message.ts'
import { messageRate } from './phases/message-rate.ts'
import { presence } from './phases/presence.ts'

/** A phase under way. */
export interface Play {
  /** From here on it counts. */
  measure(): void
  /** Begins nothing more; the tally follows when what is under way has arrived. */
  stop(): void
  readonly tally: Promise<Tally>
}

const begin: Readonly<Record<PhaseName, (crew: Crew) => Activity>> = {
  login,
  contact,
  message,
  'message-rate': messageRate,
  presence,
  churn,
  idle,
}

/** How often it is looked whether everything has arrived. */
const lookEveryMs = 10

/** Begins a phase. One in which everybody has a turn is measured from its beginning and ends by itself. */
export function playPhase(crew: Crew, phase: PhaseName): Play {
  const { crowd, signOn, options } = crew
  const { window } = crowd
  const before = { ...crowd.counts }
  window.from = window.until = Number.POSITIVE_INFINITY
  const activity = begin[phase](crew)
  for (const timing of Object.values(activity.timings)) timing.forget()
  let cpu = process.cpuUsage()
  let ended: ReturnType<typeof endNow> | undefined
  let stopped: () => void = () => {}
  const isStopped = new Promise<void>((resolve) => {
    stopped = resolve
  })

  function measure(): void {
    window.from = performance.now()
    cpu = process.cpuUsage()
  }

  function endNow(): { readonly seconds: number; readonly cpuSeconds: number } {
    window.until = performance.now()
    activity.stop()
    const { user, system } = process.cpuUsage(cpu)
    return { seconds: Math.max(0, window.until - window.from) / 1_000, cpuSeconds: (user + system) / 1e6 }
  }

  function stop(): void {
    ended ??= endNow()
    stopped()
  }

  async function play(): Promise<Tally> {
    if (activity.over) {
      const patience = setTimeout(stop, options.patienceMs)
      await activity.over
      clearTimeout(patience)
      stop()
    }
    await isStopped
    const lasts = activity.over === undefined
    const giveUpAt = performance.now() + options.patienceMs
    while (lasts && !isAtRest() && performance.now() < giveUpAt) await delay(lookEveryMs)
    const { seconds, cpuSeconds } = ended!
    const [operation] = Object.values(activity.timings)
    return {
      seconds,
      cpuSeconds,
      operations: operation!.count,
      timings: Object.fromEntries(
        Object.entries(activity.timings).map(([name, { histogram }]) => [name, histogram.data()]),
      ),
      counts: plus(crowd.counts, before, -1),
      onLine: crowd.onLine.length,
      wrongPasswords: signOn.wrongPasswords,
    }
  }

  function isAtRest(): boolean {
    const { expected, met } = plus(crowd.counts, before, -1)
    return met >= expected && crowd.users.every(({ pending }) => pending.length === 0)
  }

  if (activity.over) measure()
  return { measure, stop, tally: play() }
}
