import { availabilityOf, type Status } from '@seekyou/language'
import { ackStatus } from './frames.ts'
import type { Urgency } from './news.ts'

/** What a peer's message is answered at once, and whether it is shown (docs/protocol/peer.md). */
export function receive(status: Status, urgency: Urgency): { readonly isShown: boolean; readonly ackStatus: number } {
  const availability = availabilityOf(status)
  switch (availability) {
    case 'away':
    case 'notAvailable':
      return { isShown: true, ackStatus: ackStatus[availability] }
    case 'occupied':
    case 'doNotDisturb': {
      const isShown = urgency !== 'normal'
      return { isShown, ackStatus: isShown ? ackStatus.accepted : ackStatus[availability] }
    }
    default:
      return { isShown: true, ackStatus: ackStatus.accepted }
  }
}

/** Whether somebody of this status has an away text to show. */
export const hasAwayText = (status: Status): boolean => availabilityOf(status) !== 'online'

/** Why an answer says that a message was not shown; undefined: it was. */
export function returnedBecause(status: number): 'occupied' | 'doNotDisturb' | 'refused' | undefined {
  switch (status) {
    case ackStatus.occupied:
      return 'occupied'
    case ackStatus.doNotDisturb:
      return 'doNotDisturb'
    case ackStatus.refused:
    case ackStatus.returned:
      return 'refused'
    default:
      return undefined
  }
}
