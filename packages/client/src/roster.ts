import type { Direct, Event, Ip4, Status, Uin } from '@seekyou/language'
import type { News } from './hear-and-say.ts'

/** Somebody on the contact list, as far as is known. */
export interface Contact {
  readonly uin: Uin
  /** Undefined: off line, or not to be seen. */
  readonly status: Status | undefined
  /** How to reach them without the server; only while they are on line. */
  readonly direct?: Direct
  readonly outer?: Ip4
}

export type Presence = Event<'contactOnline' | 'contactStatusChanged' | 'contactOffline'>

/** The contact list and who of it is on line. */
export class Roster {
  readonly #contacts = new Map<Uin, Contact>()
  /** Whose presence is known from an earlier connection only. */
  readonly #stale = new Set<Uin>()

  get contacts(): ReadonlyMap<Uin, Contact> {
    return this.#contacts
  }

  /** Adds contacts and returns those that are new. */
  add(uins: readonly Uin[]): Uin[] {
    const added = uins.filter((uin) => !this.#contacts.has(uin))
    for (const uin of added) this.#contacts.set(uin, { uin, status: undefined })
    return [...new Set(added)]
  }

  remove(uins: readonly Uin[]): void {
    for (const uin of uins) {
      this.#contacts.delete(uin)
      this.#stale.delete(uin)
    }
  }

  /** Takes in what the server says; undefined when it is no news, or about nobody on the list. */
  hear(event: Presence): News | undefined {
    const { uin } = event
    const known = this.#contacts.get(uin)
    if (!known) return undefined
    this.#stale.delete(uin)
    const status = event.name === 'contactOffline' ? undefined : event.status
    if (event.name === 'contactOnline') {
      this.#contacts.set(uin, { uin, status, direct: event.direct, outer: event.outer })
      if (known.status === undefined) return event
    } else if (status === undefined) this.#contacts.set(uin, { uin, status: undefined })
    else this.#contacts.set(uin, { ...known, status })
    if (known.status === status) return undefined
    if (status === undefined) return { name: 'contactOffline', uin }
    return event.name === 'contactStatusChanged' && known.status === undefined
      ? { name: 'contactOnline', uin, status, outer: 0, direct: unreachable }
      : { name: 'contactStatusChanged', uin, status }
  }

  /** A new connection: what was known before is doubtful until the server has spoken. */
  doubtAll(): void {
    for (const { uin, status } of this.#contacts.values()) if (status !== undefined) this.#stale.add(uin)
  }

  /** The server has told everything it had to tell: whoever it did not mention is off line. */
  settle(): News[] {
    const gone = [...this.#stale]
    for (const uin of gone) this.#contacts.set(uin, { uin, status: undefined })
    this.#stale.clear()
    return gone.map((uin) => ({ name: 'contactOffline', uin }))
  }

  /** Forgets who is on line: the user has signed off. */
  darken(): void {
    for (const uin of this.#contacts.keys()) this.#contacts.set(uin, { uin, status: undefined })
    this.#stale.clear()
  }

  clear(): void {
    this.#contacts.clear()
    this.#stale.clear()
  }
}

const unreachable: Direct = { port: 0, inner: 0, capability: 6, version: 2 }
