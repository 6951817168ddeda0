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

/** Whether what was told somebody at a moment must be on the disk; `isNoted`: it is written some time after that. */
export type IsKept = (toldAt: Millis, isNoted: boolean) => boolean

/** Takes back from a visit what the next process may not know of, and returns it. */
export function forgetUnkept(visit: Visit, isKept: IsKept): Command[] {
  const inDoubt = [...visit.inDoubt]
  visit.isKept ||= visit.answeredAt !== undefined && isKept(visit.answeredAt, false)
  if (!visit.isKept) visit.hasLost = true
  for (const [sequence, commands] of visit.commands) {
    const unkept = commands.filter(({ ackedAt }) => ackedAt === undefined || !isKept(ackedAt, true))
    if (unkept.length === 0) continue
    inDoubt.push(...unkept)
    if (unkept.some((command) => isLost(command, isKept))) visit.hasLost = true
    visit.commands.set(
      sequence,
      commands.filter((command) => !unkept.includes(command)),
    )
  }
  return inDoubt
}

/** A change that was acknowledged all the same. */
const isLost = ({ intent, ackedAt }: Command, isKept: IsKept): boolean =>
  ackedAt !== undefined && intent !== undefined && keeps.has(intent.name) && !isKept(ackedAt, false)
