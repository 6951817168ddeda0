// An address has proven itself when it acknowledges the reply to its sign-on. Until then, at most three bytes go there for each
// that came from there, and everything but acknowledgements and that reply waits: whoever signs on with an address that is not
// theirs must not bury others in what there is to tell.
import type { Guest } from './guest.ts'
import type { House } from './house.ts'

/** What a guest may cost before the address has proven itself. */
export interface Proof {
  /** So many bytes may still be sent. */
  allowance: number
  /** So many packets wait. */
  waiting: number
}

/** For each byte from an address at which somebody knew a right password, so many may go back. */
export const bytesForOne = 3

/** Something has come from a guest. */
export function creditGuest({ proof }: Guest, bytes: number): void {
  if (proof) proof.allowance += bytes * bytesForOne
}

/** Whether a datagram may leave. One that may not is lost, as if by the network. */
export function mayLeave(house: House, { proof }: Guest, bytes: number): boolean {
  if (!proof) return true
  if (proof.allowance < bytes) {
    house.counters.repliesUnpaid += 1
    return false
  }
  proof.allowance -= bytes
  return true
}

/** Whether one more packet may wait for the proof. */
export function mayWait(house: House, { proof }: Guest): boolean {
  if (!proof) return true
  if (proof.waiting > house.options.limits.repliesBeforeProof) {
    house.counters.repliesDropped += 1
    return false
  }
  proof.waiting += 1
  return true
}

/** The reply to the sign-on was acknowledged, or never will be. */
export function settleOpening(house: House, guest: Guest, hasArrived: boolean): void {
  if (hasArrived) {
    guest.proof = undefined
    house.reception.gate.remember(guest.uin, guest.address)
    house.book.writeNumbers(guest.uin, house.now)
  } else {
    if (guest.proof) guest.proof.allowance = 0
    house.happenings.push({ kind: 'ended', guest, because: 'unanswered' })
  }
}
