// Messages of one sender are shown in the order in which they were accepted. While older ones lie in the store, newer ones
// wait here; they are stored as well, so nothing is lost when the guest leaves.
import { including, none } from '@seekyou/service'
import type { Guest, SafeClaim } from './guest.ts'
import type { House } from './house.ts'
import type { Kept } from './kept.ts'
import { say } from './router.ts'

/** How long new messages wait for a client that has stored ones but does not fetch them, in milliseconds. */
export const holdMs = 30_000

/** Sends a message to a guest, or holds it back if older ones of the same sender must come first. */
export function deliverTo(house: House, guest: Guest, entry: Kept<SafeClaim>): void {
  const { from, kind, text } = entry.message
  if (guest.storedFrom.has(from)) guest.held.push(entry)
  else {
    entry.isUnderWay = true
    say(house, guest, { name: 'messageArrived', from, kind, text }, 0, entry)
  }
}

/** A message that found no room on the link: it and its successors are tried again later. */
export function holdBack(house: House, guest: Guest, entry: Kept<SafeClaim>): void {
  if (guest.isGone || entry.stage === 'done') return
  guest.storedFrom = including(guest.storedFrom, entry.message.from)
  guest.held.push(entry)
  guest.holdUntil ??= house.now + holdMs
  house.guests.schedule(guest)
}

/** Lets the messages go that waited for older ones. */
export function releaseHeld(house: House, guest: Guest): void {
  guest.holdUntil = undefined
  guest.storedFrom = none
  for (const entry of guest.held.splice(0)) if (entry.stage !== 'done') deliverTo(house, guest, entry)
}
