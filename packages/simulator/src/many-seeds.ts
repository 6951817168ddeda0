import type { Report } from './report.ts'
import type { Complaint } from './town.ts'
import type { WeatherName } from './weather.ts'

/** What stays the same for all seeds of one run. */
export interface Setting {
  readonly clients: number
  readonly minutes: number
  readonly weather: WeatherName
  /** How many of a hundred citizens connect to each other directly; none unless told. */
  readonly peers?: number
  /** How many of a hundred citizens are in browsers; none unless told. */
  readonly browsers?: number
}

/** How one seed went. */
export interface Verdict {
  readonly seed: number
  readonly complaints: readonly Complaint[]
  readonly counts: Counts
}

/** What happened in one town, or in many together. */
export interface Counts {
  readonly crashes: number
  readonly stops: number
  /** How many times somebody stayed on when the server was started again. */
  readonly resumed: number
  readonly messages: number
  /** How many messages were shown once more. */
  readonly repeated: number
  readonly datagrams: number
  /** How many messages arrived without the server. */
  readonly direct: number
}

export const nothingYet: Counts = {
  crashes: 0,
  stops: 0,
  resumed: 0,
  messages: 0,
  repeated: 0,
  datagrams: 0,
  direct: 0,
}

export const countsOf = ({ crashes, stops, visits, messages, datagrams, direct }: Report): Counts => ({
  crashes,
  stops,
  resumed: visits.resumed,
  messages: messages.acknowledged,
  repeated: messages.repeated,
  datagrams,
  direct: direct.messages,
})

/** Somebody who runs one seed at a time; a thread, as a rule. */
export interface Runner {
  run(seed: number): Promise<Verdict>
}

/**
 * Runs seeds on several runners, each taking the next seed as soon as it is free. `heard` is told of every verdict, as it comes.
 * Returns the failures, in order of seeds, and what happened in all towns together.
 */
export async function runSeeds(
  seeds: readonly number[],
  runners: readonly Runner[],
  heard: (verdict: Verdict) => void,
): Promise<{ failures: Verdict[]; counts: Counts }> {
  const failures: Verdict[] = []
  let counts = nothingYet
  let next = 0
  const work = async (runner: Runner): Promise<void> => {
    for (let seed = seeds[next++]; seed !== undefined; seed = seeds[next++]) {
      const verdict = await runner.run(seed)
      counts = together(counts, verdict.counts)
      if (verdict.complaints.length > 0) failures.push(verdict)
      heard(verdict)
    }
  }
  await Promise.all(runners.map(work))
  return { failures: failures.sort((a, b) => a.seed - b.seed), counts }
}

const together = (one: Counts, other: Counts): Counts => ({
  crashes: one.crashes + other.crashes,
  stops: one.stops + other.stops,
  resumed: one.resumed + other.resumed,
  messages: one.messages + other.messages,
  repeated: one.repeated + other.repeated,
  datagrams: one.datagrams + other.datagrams,
  direct: one.direct + other.direct,
})

/** The command that runs one seed again, and everything that happens to the people concerned when `--follow` is added. */
export function replayCommand(seed: number, { clients, minutes, weather, peers = 0, browsers = 0 }: Setting): string {
  const more = `${peers > 0 ? ` --peers ${peers}` : ''}${browsers > 0 ? ` --browsers ${browsers}` : ''}`
  return `npm run sim -- --seed ${seed} --clients ${clients} --minutes ${minutes} --weather ${weather}${more}`
}
