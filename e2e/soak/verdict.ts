import type { Sample, Soaked } from './soak.ts'
import { median, trendOf } from './trend.ts'

/** One thing that must be true after a soak, and what was found. */
export interface Check {
  readonly what: string
  readonly isTrue: boolean
}

/** What a process may hold more from hour to hour, in mebibytes. */
const slopeMax = 1
/** From so many minutes on that can be judged. */
const longMinutes = 60
/** The same for shorter runs. At 50 messages a second it is what a leak of 140 bytes a message brings. */
const shortSlopeMax = 24

/**
 * What the samples of a run come to. The slope is that of the line of least squares through what the server holds after collections
 * of all garbage, over the second half of the run: tables, code and caches have found their size in the first. That takes
 * about a quarter of an hour, in whose second part the server still comes to hold almost a mebibyte more; so a short run cannot be
 * held to the limit of a long one, and only finds leaks that are much larger.
 */
export function verdict(soaked: Soaked): { readonly checks: readonly Check[]; readonly figures: Figures } {
  const { samples, counts, counters, lost, acknowledged, sent, complaints, wrongs, exitCode } = soaked
  const figures = figuresOf(samples)
  const { slope, slopeError, files, handles } = figures
  const isLong = (samples.at(-1)?.at ?? 0) >= longMinutes
  const allowed = isLong ? slopeMax : shortSlopeMax
  const checks: Check[] = [
    { what: `${lost} of ${acknowledged} acknowledged messages lost`, isTrue: lost === 0 && acknowledged > 0 },
    { what: `${sent - acknowledged} of ${sent} messages without an ACK`, isTrue: sent === acknowledged },
    {
      what: `${complaints.length} messages to the wrong one, or twice, or under a number that was taken`,
      isTrue: complaints.length === 0,
    },
    { what: `${counts.loggedOut} logged out`, isTrue: counts.loggedOut === 0 },
    { what: `${counts.unanswered} commands without an answer`, isTrue: counts.unanswered === 0 },
    { what: `${wrongs} wrong entries in contact lists`, isTrue: wrongs === 0 },
    {
      what: `${slope.toFixed(2)} ± ${slopeError.toFixed(2)} MiB/h more held (at most ${allowed})`,
      isTrue: slope <= allowed,
    },
    { what: `${files.begin} files open at the begin, ${files.end} at the end`, isTrue: files.end <= files.begin },
    {
      what: `${handles.begin} handles at the begin, ${handles.end} at the end`,
      isTrue: handles.end <= handles.begin,
    },
    { what: `${counters.bugs} bugs, ${counters.storeFailures} failures of the store`, isTrue: wentWell(counters) },
    { what: `stopped with exit code ${exitCode}`, isTrue: exitCode === 0 },
  ]
  return { checks, figures }
}

/** What a run measured beside its checks. Slopes in MiB/h, delays in milliseconds. */
export interface Figures {
  readonly slope: number
  readonly slopeError: number
  /** The same of all memory of the process, which the system gives in large pieces: told, not judged. */
  readonly rssSlope: number
  readonly files: Ends
  readonly handles: Ends
  /** The median of all minutes, the worst minute's 99 %, and the longest of all. */
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number }
}

interface Ends {
  readonly begin: number
  readonly end: number
}

function figuresOf(samples: readonly Sample[]): Figures {
  const settled = samples.slice(samples.length >> 1)
  const perHour = (of: (sample: Sample) => number) =>
    trendOf(settled.map((sample) => ({ at: sample.at / 60, value: of(sample) / 2 ** 20 })))
  const held = perHour(({ held }) => held)
  const delays = settled.map(({ delayMs }) => delayMs)
  return {
    slope: held.slope,
    slopeError: held.error,
    rssSlope: perHour(({ rss }) => rss).slope,
    files: ends(samples, ({ files }) => files),
    handles: ends(samples, ({ handles }) => handles),
    delayMs: {
      p50: median(delays.map(({ p50 }) => p50)),
      p99: Math.max(...delays.map(({ p99 }) => p99)),
      max: Math.max(...delays.map(({ max }) => max)),
    },
  }
}

/** The medians of the first and of the last quarter: single samples see timers and calls that happen to be under way. */
function ends(samples: readonly Sample[], of: (sample: Sample) => number): Ends {
  const quarter = Math.ceil(samples.length / 4)
  return {
    begin: median(samples.slice(0, quarter).map(of)),
    end: median(samples.slice(-quarter).map(of)),
  }
}

const wentWell = ({ bugs, storeFailures }: Soaked['counters']): boolean => bugs === 0 && storeFailures === 0
