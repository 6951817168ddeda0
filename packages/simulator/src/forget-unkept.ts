import type { Intent, Millis } from '@seekyou/language'
import type { Command, Visit } from './visit.ts'

/** What must outlive the server's process once it is acknowledged. */
const keeps: ReadonlySet<string> = new Set<Intent['name']>([
  'changeStatus',
  'announceContacts',
  'addContact',
  'announceVisibleTo',
  'announceInvisibleTo',
])

/** Of so many commands of a visit the next process knows that they were acknowledged; the sign-on is one of them. */
const knownMax = 64

/** Whether what was told somebody at a moment must be on the disk; `isNoted`: it is written some time after that. */
export type IsKept = (toldAt: Millis, isNoted: boolean) => boolean

/** Takes back from a visit what the next process may not know of; returns the commands that may have been carried out or not. */
export function forgetUnkept(visit: Visit, isKept: IsKept): Command[] {
  const inDoubt = [...visit.inDoubt]
  visit.isKept ||= visit.answeredAt !== undefined && isKept(visit.answeredAt, false)
  if (!visit.isKept) visit.hasLost = true
  // The numbers of what was said in trouble were not kept: another trouble may come to them again.
  for (const { firstAt } of visit.sayings.values()) if (!isKept(firstAt, false)) visit.hasLost = true
  const knownSince = sinceWhenKnown(visit)
  const isKnown = ({ ackedAt, firstAt }: Command): boolean =>
    ackedAt !== undefined && firstAt > knownSince && isKept(ackedAt, true)
  for (const [sequence, commands] of visit.commands) {
    for (const command of commands) {
      const { intent, ackedAt, lastAt } = command
      if (ackedAt !== undefined && !isKnown(command)) visit.perhapsKnown.push(lastAt)
      if (ackedAt !== undefined && isKept(ackedAt, false)) continue
      inDoubt.push(command)
      // It was acknowledged all the same.
      if (ackedAt !== undefined && intent && keeps.has(intent.name)) visit.hasLost = true
    }
    visit.commands.set(sequence, commands.filter(isKnown))
  }
  return inDoubt
}

/**
 * The next process knows those that came last, and no repetition of one that came before. Of several that came in that very moment
 * nobody can tell which it knows, nor whether those that perhaps were kept by an earlier process took the place of others.
 */
function sinceWhenKnown({ beganAt, commands, perhapsKnown }: Visit): Millis {
  const times = [...commands.values()].flat().flatMap(({ ackedAt, lastAt }) => (ackedAt === undefined ? [] : [lastAt]))
  return [beganAt, ...times, ...perhapsKnown].sort((a, b) => b - a)[knownMax - 1] ?? Number.NEGATIVE_INFINITY
}
