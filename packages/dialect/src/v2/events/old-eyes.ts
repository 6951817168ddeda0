import { type Availability, availabilityOf, type Status, withAvailability } from '@seekyou/language'
import type { Listener } from '../../dialect.ts'

/** The oldest clients announced this version of the peer protocol, and knew three states besides invisible. */
const oldestDirectVersion = 2

const asOldest: Readonly<Partial<Record<Availability, Availability>>> = {
  notAvailable: 'away',
  doNotDisturb: 'occupied',
  freeForChat: 'online',
}

/** COMPAT ICQ 1.1x: a status that it does not know becomes the nearest one that it does. */
export function forListener(status: Status, { directVersion }: Listener): Status {
  const nearest = directVersion === oldestDirectVersion ? asOldest[availabilityOf(status)] : undefined
  return nearest ? withAvailability(status, nearest) : status
}
