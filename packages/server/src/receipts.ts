import { settleStored } from './fetch.ts'
import type { Guest, Receipt } from './guest.ts'
import { holdBack } from './hold.ts'
import type { House } from './house.ts'
import { acknowledge } from './router.ts'

/** Something with a receipt has arrived, or never will on this link. */
export function settleReceipt(house: House, guest: Guest, receipt: Receipt, hasArrived: boolean): void {
  switch (receipt.kind) {
    case 'message':
      receipt.isUnderWay = false
      // When the link has ended, the message is in the store already, or in a group that is about to be committed.
      if (hasArrived) settleDelivered(house, receipt)
      else holdBack(house, guest, receipt)
      break
    case 'stored':
      if (hasArrived) settleDelivered(house, receipt.entry)
      else holdBack(house, guest, receipt.entry)
      settleStored(house, guest, receipt.fetch, receipt.entry)
      break
    case 'presence':
      if (!hasArrived) house.presence.doubt(guest.uin, receipt.contact)
      break
  }
}

function settleDelivered(house: House, entry: Extract<Receipt, { kind: 'message' }>): void {
  house.counters.messagesDelivered += 1
  const claim = house.keeper.delivered(entry, house.now)
  if (claim) acknowledge(house, claim)
}
