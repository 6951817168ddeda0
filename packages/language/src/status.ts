declare const brand: unique symbol

/**
 * How available a user is, as ICQ's 32-bit status word (docs/protocol/status.md): the low half says how available, the bit
 * 0x100 "invisible", the upper half carries flags that are kept and relayed but never interpreted.
 */
export type Status = number & { readonly [brand]: 'Status' }

export type Availability = 'online' | 'away' | 'notAvailable' | 'occupied' | 'doNotDisturb' | 'freeForChat'

const invisibleBit = 0x100
const word: Readonly<Record<Availability, number>> = {
  online: 0x00,
  away: 0x01,
  notAvailable: 0x05,
  occupied: 0x11,
  doNotDisturb: 0x13,
  freeForChat: 0x20,
}

export const status = (number: number): Status => (number >>> 0) as Status

/** The bits in the order in which 1998's clients tested them: the busiest wins. */
export function availabilityOf(status: Status): Availability {
  if (status & 0x02) return 'doNotDisturb'
  if (status & 0x10) return 'occupied'
  if (status & 0x04) return 'notAvailable'
  if (status & 0x01) return 'away'
  if (status & 0x20) return 'freeForChat'
  return 'online'
}

export const isInvisible = (status: Status): boolean => (status & invisibleBit) !== 0

/**
 * The same status with single bits completed to the combined values that every client understands (a bare 0x04 becomes
 * 0x05). Invisibility, other bits of the low half's upper byte and the flags of the upper half stay.
 */
export function normaliseStatus(status: Status): Status {
  return withAvailability(status, availabilityOf(status))
}

/** The status with another availability, everything else unchanged. */
export function withAvailability(status: Status, availability: Availability): Status {
  return (((status & 0xffff_ff00) | word[availability]) >>> 0) as Status
}
