import type { Setting } from './many-seeds.ts'

/**
 * Towns in which a witness complains and nobody has found out yet who is wrong, the server or the witness; all of them are about crashes while
 * the store is in trouble. They are told with every run of many seeds and count neither as passed nor as failed. Whoever answers
 * one takes it out, and puts its seed into `seeds.txt`.
 */
const openQuestions: ReadonlyMap<string, string> = new Map([
  ['534 20 30 random', 'somebody hears of a contact whom the witness does not know as theirs'],
  ['669 20 30 random', 'a message that is accepted by two processes is shown twice, and the witness knows no excuse'],
  ['1843 20 30 random', 'ACKs for commands that the witness has not seen after a stop'],
])

/** What is open about a seed, if anything is. */
export const openQuestion = (seed: number, { clients, minutes, weather }: Setting): string | undefined =>
  openQuestions.get(`${seed} ${clients} ${minutes} ${weather}`)
