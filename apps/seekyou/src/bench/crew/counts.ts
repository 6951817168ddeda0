/** What a load counts. Numbers that only grow. */
export interface Counts {
  /** What was to happen: messages shown, contacts and changes told, sign-ons and keep-alives answered. */
  expected: number
  /** What of that has happened; the rest is lost. */
  met: number
  /** Messages shown again. */
  repeated: number
  /** Messages shown after a later one of the same sender: who sends again what got lost overtakes themselves. */
  outOfTurn: number
  /** Commands sent again because nothing came for ten seconds. */
  resent: number
  /** Commands given up after six sends. */
  givenUp: number
  /** Packets that the server sent again although they had arrived. */
  duplicates: number
  /** Answers that said no: wrong password, try again, not connected, signed off. */
  refused: number
  /** Packets that have no place in this load, such as notices and messages from elsewhere. */
  unexpected: number
  /** Complaints of the own system: nobody listens there, no buffer left. */
  socketErrors: number
  datagramsIn: number
  datagramsOut: number
}

export const noCounts = (): Counts => ({
  expected: 0,
  met: 0,
  repeated: 0,
  outOfTurn: 0,
  resent: 0,
  givenUp: 0,
  duplicates: 0,
  refused: 0,
  unexpected: 0,
  socketErrors: 0,
  datagramsIn: 0,
  datagramsOut: 0,
})

/** The sum of some counts, or with −1 their difference. */
export function plus(one: Counts, other: Counts, sign: 1 | -1 = 1): Counts {
  const result = { ...one }
  for (const name of Object.keys(result) as (keyof Counts)[]) result[name] += sign * other[name]
  return result
}
