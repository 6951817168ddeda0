import type { Complaint } from './town.ts'
import type { WeatherName } from './weather.ts'

/** What stays the same for all seeds of one run. */
export interface Setting {
  readonly clients: number
  readonly minutes: number
  readonly weather: WeatherName
}

/** How one seed went. */
export interface Verdict {
  readonly seed: number
  readonly complaints: readonly Complaint[]
}

/** Somebody who runs one seed at a time; a thread, as a rule. */
export interface Runner {
  run(seed: number): Promise<Verdict>
}

/** Runs seeds on several runners, each taking the next seed as soon as it is free. Returns the failures, in order of seeds. */
export async function runSeeds(
  seeds: readonly number[],
  runners: readonly Runner[],
  failed: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const failures: Verdict[] = []
  let next = 0
  const work = async (runner: Runner): Promise<void> => {
    for (let seed = seeds[next++]; seed !== undefined; seed = seeds[next++]) {
      const verdict = await runner.run(seed)
      if (verdict.complaints.length === 0) continue
      failures.push(verdict)
      failed(verdict)
    }
  }
  await Promise.all(runners.map(work))
  return failures.sort((a, b) => a.seed - b.seed)
}

/** The command that runs one seed again, and everything that happens to the people concerned when `--follow` is added. */
export const replayCommand = (seed: number, { clients, minutes, weather }: Setting): string =>
  `npm run sim -- --seed ${seed} --clients ${clients} --minutes ${minutes} --weather ${weather}`
