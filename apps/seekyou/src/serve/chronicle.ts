import type { Answer, Sample, ServerEvent } from '@seekyou/office'
import type { Counters } from '@seekyou/server'
import { limitNotes } from '@seekyou/server'

/** What a running server has been through: samples and the newest events, in memory only. */
export interface Chronicle {
  note(event: Omit<ServerEvent, 'at'>): void
  read(): Answer<'chronicle'>
  stop(): void
}

const secondMs = 1_000
/** So many samples a second apart: ten minutes; and so many five minutes apart: a day. */
const secondsKept = 600
const dayKept = 288
const daySampleEvery = 300
const eventsKept = 50

/** The counters that tell of limits, each once. */
const limitCounters = [...new Set(Object.values(limitNotes).map(({ counter }) => counter))]

/** Begins a chronicle. Keeps no process alive. */
export function openChronicle(node: { readonly counters: Readonly<Counters>; readonly size: number }): Chronicle {
  const seconds: Sample[] = []
  const day: Sample[] = []
  const latest: ServerEvent[] = []
  let lastSecond = totalsOf(node.counters)
  let lastOfDay = lastSecond
  let ticks = 0

  const timer = setInterval(() => {
    const totals = totalsOf(node.counters)
    const now = { at: Date.now(), online: node.size, rss: process.memoryUsage.rss() }
    keep(seconds, { ...now, ...difference(totals, lastSecond) }, secondsKept)
    lastSecond = totals
    ticks += 1
    if (ticks % daySampleEvery !== 0) return
    keep(day, { ...now, ...difference(totals, lastOfDay) }, dayKept)
    lastOfDay = totals
  }, secondMs).unref()

  return {
    note(event) {
      latest.unshift({ at: Date.now(), ...event })
      latest.length = Math.min(latest.length, eventsKept)
    },
    read: () => ({ seconds: [...seconds], day: [...day], latest: [...latest] }),
    stop: () => clearInterval(timer),
  }
}

type Totals = Omit<Sample, 'at' | 'online' | 'rss'>

const totalsOf = (counters: Readonly<Counters>): Totals => ({
  datagramsIn: counters.datagramsIn,
  datagramsOut: counters.datagramsOut,
  messages: counters.messagesAccepted,
  refused: counters.messagesRefused,
  faults: counters.faults,
  limitsHit: limitCounters.reduce((sum, name) => sum + counters[name], 0),
})

const difference = (now: Totals, before: Totals): Totals => ({
  datagramsIn: now.datagramsIn - before.datagramsIn,
  datagramsOut: now.datagramsOut - before.datagramsOut,
  messages: now.messages - before.messages,
  refused: now.refused - before.refused,
  faults: now.faults - before.faults,
  limitsHit: now.limitsHit - before.limitsHit,
})

function keep<One>(all: One[], one: One, most: number): void {
  all.push(one)
  if (all.length > most) all.shift()
}
