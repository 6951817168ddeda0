import type { AwayStatus, Messenger } from '@seekyou/messenger'
import type { StatusName } from '@seekyou/sdk'
import type { Session } from '../session.ts'

/** What the own status can be, in the order of Alt 1…8. */
export const pickedStatuses: readonly (StatusName | 'offline')[] = [
  'online',
  'freeForChat',
  'away',
  'notAvailable',
  'occupied',
  'doNotDisturb',
  'invisible',
  'offline',
]

export const isAwayStatus = (status: string): status is AwayStatus =>
  ['away', 'notAvailable', 'occupied', 'doNotDisturb'].includes(status)

/** Takes a status: signs off for `offline`, and on again from there. */
export function pickStatus(status: StatusName | 'offline', messenger: Messenger, session: Session): void {
  if (status === 'offline') void session.goOffline()
  else if (messenger.line.get().state === 'offline') void session.goOnline(status)
  else messenger.setStatus(status)
}
