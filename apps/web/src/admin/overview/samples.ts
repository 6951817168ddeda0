import { limitCounters } from '../limits/known-limits.ts'
import type { Answer } from '../office/ways.ts'

type Status = Answer<'status'>
/** What a server did between two looks at it. */
export type Sample = Answer<'chronicle'>['seconds'][number]

/** How the server was at a moment. */
export interface Look {
  readonly status: Status
  readonly at: number
}

/** A sample lasts a second; after a pause there is none for the time between. */
const longestMs = 2_500

/** What happened from one look to the next; undefined when too much time lies in between, or the server began anew. */
export function sampleBetween({ status: before, at: then }: Look, { status: after, at }: Look): Sample | undefined {
  if (after.uptimeMs < before.uptimeMs || at - then > longestMs) return undefined
  const counted = (name: string): number => Math.max(0, (after.counters[name] ?? 0) - (before.counters[name] ?? 0))
  return {
    at,
    online: after.online,
    datagramsIn: counted('datagramsIn'),
    datagramsOut: counted('datagramsOut'),
    messages: counted('messagesAccepted'),
    rss: after.health.memory.rss,
    refused: counted('messagesRefused'),
    faults: counted('faults'),
    limitsHit: limitCounters.reduce((sum, name) => sum + counted(name), 0),
  }
}

/** What is told and what was seen since, oldest first, not older than `since`. */
export function joined(told: readonly Sample[], seen: readonly Sample[], since: number): readonly Sample[] {
  const lastTold = told.at(-1)?.at ?? 0
  return [...told, ...seen.filter(({ at }) => at > lastTold + 500)].filter(({ at }) => at >= since)
}

/** The long samples, and one more of what the short ones tell since: a server that has just begun has no long ones. */
export function withLatest(day: readonly Sample[], seconds: readonly Sample[]): readonly Sample[] {
  const since = seconds.filter(({ at }) => at > (day.at(-1)?.at ?? 0))
  const last = since.at(-1)
  if (last === undefined) return day
  const sum = (name: keyof Sample): number => sumOf(since, name)
  return [
    ...day,
    {
      ...last,
      datagramsIn: sum('datagramsIn'),
      datagramsOut: sum('datagramsOut'),
      messages: sum('messages'),
      refused: sum('refused'),
      faults: sum('faults'),
      limitsHit: sum('limitsHit'),
    },
  ]
}

/** Counts of each sample as counts of a second: a sample lasts from the one before, and never longer than `step`. */
export const perSecond = (samples: readonly Sample[], name: keyof Sample, step: number): readonly number[] =>
  samples.map((sample, index) => {
    const before = samples[index - 1]?.at ?? sample.at - step
    return (sample[name] * 1_000) / Math.max(1_000, Math.min(step, sample.at - before))
  })

/** One number of each sample, added up. */
export const sumOf = (samples: readonly Sample[], ...names: readonly (keyof Sample)[]): number =>
  samples.reduce((sum, sample) => sum + names.reduce((inner, name) => inner + sample[name], 0), 0)
