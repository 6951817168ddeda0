import {
  type Availability,
  availabilityOf,
  isInvisible,
  type Status,
  status,
  withAvailability,
} from '@seekyou/language'

/** How somebody wants to be seen. `invisible` is online without being shown to anybody but the visible list. */
export type StatusName = Availability | 'invisible'

/** The name of a status word. Somebody invisible who can be seen is as available as they say. */
export const nameOfStatus = (word: Status): StatusName => availabilityOf(word)

/** The status word of a name (docs/protocol/status.md). Throws a RangeError for something that is no name. */
export function statusOf(name: StatusName, isHidden = false): Status {
  if (!names.has(name)) throw new RangeError(`${name} is no status: use one of ${[...names].join(', ')}.`)
  const word = withAvailability(status(0), name === 'invisible' ? 'online' : name)
  return isHidden || name === 'invisible' ? status(word | invisibleBit) : word
}

/** Whether somebody with this status is not there for everybody, so that an away text is in place. */
export const isAway = (word: Status): boolean => busy.has(availabilityOf(word))

/** What a user calls their own status. */
export const ownName = (word: Status): StatusName =>
  isInvisible(word) && availabilityOf(word) === 'online' ? 'invisible' : availabilityOf(word)

const invisibleBit = 0x100
const busy: ReadonlySet<Availability> = new Set(['away', 'notAvailable', 'occupied', 'doNotDisturb'])
const names: ReadonlySet<StatusName> = new Set([...busy, 'online', 'freeForChat', 'invisible'])
