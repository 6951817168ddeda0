import type { Uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'

/** A part of the contact list. `own`: a group that the user has made. */
export interface Group {
  /** What `Settings.folded` calls it: `=` and the name of an own group, else the kind. */
  readonly key: string
  readonly kind: 'own' | 'online' | 'strangers' | 'waiting' | 'offline'
  /** Of an own group. */
  readonly name: string
  readonly people: readonly Person[]
  readonly online: number
  /** With those who are hidden. */
  readonly all: number
}

export interface Arrangement {
  /** The own groups, in order. */
  readonly groups: readonly string[]
  readonly hideOffline: boolean
  /** Stays in sight even where it would be hidden. */
  readonly open: Uin | undefined
  readonly compare: (a: string, b: string) => number
}

/**
 * The contact list as it is shown: own groups in their order, then everybody else by whether they are online. Who has to be asked
 * first is never known to be online, and waits in a group of their own. Empty parts are left out, except own groups.
 */
export function groupsOf(
  people: Iterable<Person>,
  { groups, hideOffline, open, compare }: Arrangement,
): readonly Group[] {
  const everybody = [...people].sort((a, b) => compare(a.name, b.name) || a.uin - b.uin)
  const isIn = (person: Person): string => {
    if (!person.isContact) return 'strangers'
    if (groups.includes(person.group)) return ownKey(person.group)
    if (isPending(person)) return 'waiting'
    return person.status === undefined ? 'offline' : 'online'
  }
  const isShown = (person: Person): boolean =>
    !hideOffline || person.status !== undefined || person.unread > 0 || person.uin === open || !person.isContact

  const part = (key: string, kind: Group['kind'], name = ''): Group => {
    const members = everybody.filter((person) => isIn(person) === key)
    const online = members.filter(isOnline)
    const shown = [...online, ...members.filter((person) => !isOnline(person))].filter(isShown)
    return { key, kind, name, people: shown, online: online.length, all: members.length }
  }
  return [
    ...groups.map((name) => part(ownKey(name), 'own', name)),
    ...(['online', 'strangers', 'waiting', 'offline'] as const)
      .map((kind) => part(kind, kind))
      .filter((group) => group.people.length > 0),
  ]
}

/** Whether they have not said yet whether they may be on the list. */
export const isPending = ({ authorization }: Person): boolean =>
  authorization === 'needed' || authorization === 'asked' || authorization === 'refused'

const isOnline = (person: Person): boolean => person.status !== undefined
const ownKey = (name: string): string => `=${name}`
