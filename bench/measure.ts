// The whole measurement: what is measured, in which order, and what is made of it.
import { type CodecFigures, measureCodec } from './codec.ts'
import { measureCommitRate } from './commit-rate.ts'
import type { Latency, LoadFigures } from './generator/load-figures.ts'
import { type Load, putUnderLoad } from './load.ts'
import type { BenchOptions } from './options.ts'
import { prepareData, type Subject, startCountingSeekyou, startForwarder } from './subjects.ts'
import { median } from './table.ts'

/** How long slow recipients wait before they acknowledge, in milliseconds. */
export const slownessMs = 20

/** One subject under one load, the medians of its rounds. */
export interface Row {
  readonly messagesPerSecond: number
  /** Processor time of the subject for one message, all threads, in microseconds. */
  readonly cpuPerMessage: number
  /** The same of the generator, to see who held whom up. */
  readonly generatorCpuPerMessage: number
  /** How many cores the subject kept busy. */
  readonly coresBusy: number
  /** Undefined for what has no store. */
  readonly commitsPerMessage: number | undefined
  /** Messages sent again by clients after ten seconds without an ACK, and messages shown twice, in all rounds together. */
  readonly resent: number
  readonly repeated: number
}

export interface Figures {
  readonly codec: CodecFigures
  readonly forwarder: Row
  readonly seekyou: Row
  readonly seekyouSlow: Row
  readonly latency: { readonly forwarder: Latency; readonly seekyou: Latency }
  /** Transactions a second that this disk makes durable, one message in each. */
  readonly durableCommitsPerSecond: number
}

interface Round extends LoadFigures {
  readonly commits: number | undefined
}

/** Measures everything, and says on the way what is being done. */
export async function measure(options: BenchOptions, say: (what: string) => void): Promise<Figures> {
  const { users, warmup, seconds, rounds, rate } = options
  const closed: Load = { users, warmup, seconds }
  say('packets')
  const codec = await measureCodec(seconds / 2)
  say('commits')
  const durableCommitsPerSecond = await measureCommitRate(seconds / 2)
  say(`${users} accounts`)
  const { data, remove } = await prepareData(users)
  try {
    const seekyou = (): Promise<Subject> => startCountingSeekyou(data)
    const results: { forwarder: Round[]; seekyou: Round[]; slow: Round[] } = { forwarder: [], seekyou: [], slow: [] }
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}: forwarder`)
      results.forwarder.push(await play(await startForwarder(), closed))
      say(`round ${round} of ${rounds}: seekyou`)
      results.seekyou.push(await play(await seekyou(), closed))
      say(`round ${round} of ${rounds}: seekyou, slow recipients`)
      results.slow.push(await play(await seekyou(), { ...closed, slowness: slownessMs }))
    }
    say('latency: forwarder')
    const forwarderLatency = await play(await startForwarder(), { ...closed, rate })
    say('latency: seekyou')
    const seekyouLatency = await play(await seekyou(), { ...closed, rate })
    return {
      codec,
      forwarder: rowOf(results.forwarder),
      seekyou: rowOf(results.seekyou),
      seekyouSlow: rowOf(results.slow),
      latency: { forwarder: forwarderLatency.latency!, seekyou: seekyouLatency.latency! },
      durableCommitsPerSecond,
    }
  } finally {
    await remove()
  }
}

/** Puts a subject under load and ends it. */
async function play(subject: Subject, load: Load): Promise<Round> {
  const figures = await putUnderLoad(subject, load).catch(async (error) => {
    await subject.stop()
    throw error
  })
  return { ...figures, commits: await subject.stop() }
}

function rowOf(rounds: readonly Round[]): Row {
  const middle = (of: (round: Round) => number): number => median(rounds.map(of))
  const isCounted = rounds.every(({ commits }) => commits !== undefined)
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0)
  return {
    messagesPerSecond: middle(({ delivered, seconds }) => delivered / seconds),
    cpuPerMessage: middle(({ cpuSeconds, delivered }) => (cpuSeconds * 1e6) / delivered),
    generatorCpuPerMessage: middle(({ generatorCpuSeconds, delivered }) => (generatorCpuSeconds * 1e6) / delivered),
    coresBusy: middle(({ cpuSeconds, seconds }) => cpuSeconds / seconds),
    commitsPerMessage: isCounted ? middle(({ commits, deliveredInAll }) => commits! / deliveredInAll) : undefined,
    resent: sum(({ resent }) => resent),
    repeated: sum(({ repeated }) => repeated),
  }
}
