import type { Citizen } from '../folk/citizen.ts'
import { Town, type TownOptions } from '../town.ts'

/** A town with so many citizens who know one another and are on line. */
export function company(size: number, options: Partial<TownOptions> = {}): { town: Town; citizens: Citizen[] } {
  return gather(new Town({ seed: 1, ...options }), size, () => {})
}

/** The same, where everybody connects to the others directly, as long as the wires are good. */
export function directCompany(size: number, options: Partial<TownOptions> = {}): { town: Town; citizens: Citizen[] } {
  const regime = { direct: 'on', ...options.regime } as const
  return gather(new Town({ seed: 1, ...options, regime }), size, (citizen) => citizen.goDirect())
}

function gather(town: Town, size: number, prepare: (citizen: Citizen) => void): { town: Town; citizens: Citizen[] } {
  const citizens = Array.from({ length: size }, () => town.citizen())
  for (const citizen of citizens) prepare(citizen)
  for (const citizen of citizens) {
    citizen.befriend(...citizens.filter((other) => other !== citizen).map(({ uin }) => uin))
    citizen.signOn()
  }
  town.runFor(5_000)
  return { town, citizens }
}

/** The numbers of the messages that somebody was shown, in order. */
export const numbersShown = (citizen: Citizen, town: Town): number[] =>
  citizen.shown.flatMap(({ text }) => town.ledger.entryOf(text)?.id ?? [])

/** What was wrong, in words, so that a failing test says it. */
export const complaintsOf = (town: Town): string[] =>
  town.judge().map(({ witness, sentence }) => `${witness}: ${sentence}`)
