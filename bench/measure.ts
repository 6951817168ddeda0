// The whole measurement: what is measured, in which order, and what is made of it.
import { type CodecFigures, measureCodec } from './codec.ts'
import { measureCommitRate } from './commit-rate.ts'
import type { LoadReport } from './load-report.ts'
import { medianReport } from './median-report.ts'
import type { BenchOptions } from './options.ts'
import { type Load, type Loaded, startLoad } from './put-under-load.ts'
import { prepareData, type Subject, startCountingSeekyou, startForwarder } from './subjects.ts'
import { median } from './table.ts'

/** How long slow recipients wait before they acknowledge, in milliseconds. */
const slownessMs = 20

/** What `npm run bench` finds out. */
export interface Figures {
  /** Where, and how busy it was before. */
  readonly machine: unknown
  readonly codec: CodecFigures
  /** Transactions a second that this disk makes durable, one message in each. */
  readonly durableCommitsPerSecond: number
  /** Commits for one message: of everybody, and of recipients who are slow. */
  readonly commitsPerMessage: { readonly seekyou: number; readonly slow: number }
  /** The bare forwarder, the server, and the server with slow recipients: medians of all rounds. */
  readonly reports: readonly [forwarder: LoadReport, seekyou: LoadReport, slow: LoadReport]
}

interface Round extends Loaded {
  readonly commitsPerMessage: number
}

/** Measures everything, and says on the way what is being done. */
export async function measure(options: BenchOptions, say: (what: string) => void): Promise<Figures> {
  const { users, warmup, seconds, rounds, rate } = options
  const common = { users, warmup, seconds, rate }
  const forwarded: Load = { ...common, name: 'bare forwarder', phases: ['login', 'message', 'message-rate'] }
  const served: Load = { ...forwarded, name: 'seekyou' }
  const name = `seekyou, recipients acknowledge after ${slownessMs} ms`
  const slowly: Load = { ...common, name, phases: ['login', 'message'], slowness: slownessMs }
  say('packets')
  const codec = await measureCodec(seconds / 2)
  say('commits')
  const durableCommitsPerSecond = await measureCommitRate(seconds / 2)
  say(`${users} accounts`)
  const { data, remove } = await prepareData(users)
  try {
    const results: { forwarder: Round[]; seekyou: Round[]; slow: Round[] } = { forwarder: [], seekyou: [], slow: [] }
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}: forwarder`)
      results.forwarder.push(await play(await startForwarder(), forwarded))
      say(`round ${round} of ${rounds}: seekyou`)
      results.seekyou.push(await play(await startCountingSeekyou(data), served))
      say(`round ${round} of ${rounds}: seekyou, slow recipients`)
      results.slow.push(await play(await startCountingSeekyou(data), slowly))
    }
    say('contacts, presence, churn, keep-alives')
    const phases = ['login', 'contact', 'presence', 'churn', 'idle']
    const life = await play(await startCountingSeekyou(data), { ...common, name: 'life', phases })
    const seekyou = middle(results.seekyou)
    const others = life.report.phases.filter(({ phase }) => phase !== 'login')
    return {
      machine: results.forwarder[0]?.machine,
      codec,
      durableCommitsPerSecond,
      commitsPerMessage: { seekyou: commits(results.seekyou), slow: commits(results.slow) },
      reports: [
        middle(results.forwarder),
        { ...seekyou, phases: [...seekyou.phases, ...others] },
        middle(results.slow),
      ],
    }
  } finally {
    await remove()
  }
}

const middle = (rounds: readonly Round[]): LoadReport => medianReport(rounds.map(({ report }) => report))

const commits = (rounds: readonly Round[]): number => median(rounds.map((round) => round.commitsPerMessage))

/** Puts a subject under load and ends it. */
async function play(subject: Subject, load: Load): Promise<Round> {
  const loaded = await startLoad(subject, load).ended.catch(async (error) => {
    await subject.stop()
    throw error
  })
  const messages = loaded.report.phases.filter(({ phase }) => phase.startsWith('message'))
  const shown = messages.reduce((sum, { counts }) => sum + counts.met, 0)
  return { ...loaded, commitsPerMessage: ((await subject.stop()) ?? 0) / shown }
}
