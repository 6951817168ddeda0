import { type Client, listMax, type Wish } from '@seekyou/client'
import { type Uin, uin as uinOf } from '@seekyou/language'
import { nameOfStatus, type StatusName } from './status-name.ts'

/** Somebody on the contact list, as far as is known. */
export interface Contact {
  readonly uin: Uin
  /** Undefined: off line, or not to be seen. */
  readonly status: StatusName | undefined
}

/** The contact list. While there is no connection everybody is as they were known last. */
export class Contacts implements Iterable<Contact> {
  readonly #client: Client
  readonly #wish: (wish: Wish) => void

  constructor(client: Client, wish: (wish: Wish) => void) {
    this.#client = client
    this.#wish = wish
  }

  /** How many people are on it. */
  get size(): number {
    return this.#client.roster.size
  }

  /**
   * Puts people on the list; while on line the server tells them so. Throws a RangeError for something that is no UIN, and adds
   * nobody then.
   */
  add(...uins: readonly number[]): void {
    const wanted = uins.map(uinOf)
    if (this.#client.state === 'online') for (const uin of wanted) this.#wish({ name: 'addContact', uin })
    else this.announce(wanted)
  }

  /** Puts people on the list without having them told. */
  announce(uins: readonly number[]): void {
    if (uins.length > 0) this.#wish({ name: 'announceContacts', uins: uins.map(uinOf) })
  }

  /** Takes people off the list. The server goes on showing this user to them, as version 2 has no word for it. */
  remove(...uins: readonly number[]): void {
    this.#wish({ name: 'forgetContacts', uins: uins.map(uinOf) })
  }

  /** Undefined: they are not on the list. */
  get(uin: number): Contact | undefined {
    const contact = this.#client.roster.get(uin as Uin)
    return (
      contact && { uin: contact.uin, status: contact.status === undefined ? undefined : nameOfStatus(contact.status) }
    )
  }

  /** Everybody, as they are at this moment. */
  list(): readonly Contact[] {
    return [...this]
  }

  *[Symbol.iterator](): Iterator<Contact> {
    for (const uin of this.#client.roster.keys()) yield this.get(uin)!
  }
}

/** The visible or the invisible list: at most 255 people. */
export class PeopleList implements Iterable<Uin> {
  readonly #announce: (uins: readonly Uin[]) => void
  #uins: ReadonlySet<Uin> = new Set()

  /** @internal `announce` is given the whole list whenever it has become another one. */
  constructor(announce: (uins: readonly Uin[]) => void) {
    this.#announce = announce
  }

  /** How many people are on it. */
  get size(): number {
    return this.#uins.size
  }

  /** Whether somebody is on it. */
  has(uin: number): boolean {
    return this.#uins.has(uin as Uin)
  }

  /** Puts people on the list. Throws a RangeError for something that is no UIN, and when the list would be too long; it stays as it was then. */
  add(...uins: readonly number[]): void {
    this.set([...this.#uins, ...uins])
  }

  /** Takes people off the list. */
  remove(...uins: readonly number[]): void {
    this.set([...this.#uins].filter((uin) => !uins.includes(uin)))
  }

  /** Makes this the list. */
  set(uins: Iterable<number>): void {
    const wanted = new Set(Array.from(uins, uinOf))
    if (wanted.size > listMax)
      throw new RangeError(`A list of ${wanted.size} people is too long: ${listMax} is the most.`)
    if (wanted.size === this.#uins.size && wanted.isSubsetOf(this.#uins)) return
    this.#uins = wanted
    this.#announce([...wanted])
  }

  /** Everybody, as the list is at this moment. */
  list(): readonly Uin[] {
    return [...this]
  }

  [Symbol.iterator](): Iterator<Uin> {
    return this.#uins[Symbol.iterator]()
  }
}
