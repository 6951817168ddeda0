import type { Intent, Millis, Uin } from '@seekyou/language'
import type { News } from './hear-and-say.ts'
import type { Presence, Roster } from './roster.ts'

/** How many contacts are announced in one packet: half of what 1998's servers took at most. */
const contactsAtOnce = 100
/** How long after signing on the server is given to tell who is on line, before the others are held to be off line. */
const settleMs = 20_000
/** After so long without the end of the answer everybody is announced again. */
const announceAgainMs = 60_000

type Announcement = Intent<'announceContacts'>

/** What the server is told of the contacts, and when it has told who of them is on line. */
export class ContactList {
  readonly #roster: Roster
  /** How many announcements the server has not answered to the end. */
  #open = 0
  /** When all contacts were announced together, until it is known who of them is on line. */
  #announcedAt: Millis | undefined

  constructor(roster: Roster) {
    this.#roster = roster
  }

  /** When something is to be done about the list by itself. */
  get wakeAt(): Millis | undefined {
    if (this.#announcedAt === undefined) return undefined
    return this.#announcedAt + (this.#open === 0 ? settleMs : announceAgainMs)
  }

  /** What the server must be told on a new connection. */
  introduce(now: Millis): Announcement[] {
    this.#roster.doubtAll()
    return this.#announceAll(now)
  }

  /** What the server must be told of more people. */
  announce(uins: readonly Uin[]): Announcement[] {
    const announcements: Announcement[] = []
    for (let start = 0; start < uins.length; start += contactsAtOnce) {
      announcements.push({ name: 'announceContacts', uins: uins.slice(start, start + contactsAtOnce) })
    }
    this.#open += announcements.length
    return announcements
  }

  /** Takes in what the server says about a contact; undefined when it is no news. */
  hear(event: Presence): News | undefined {
    return this.#roster.hear(event)
  }

  /** The server has answered one announcement. */
  answered(): void {
    this.#open = Math.max(0, this.#open - 1)
  }

  /** The connection is over: nothing will be answered. */
  end(): void {
    this.#announcedAt = undefined
  }

  /** What is due: everybody is announced again, or who was not mentioned is off line. */
  wake(now: Millis): { readonly announcements: readonly Announcement[]; readonly news: readonly News[] } {
    const { wakeAt } = this
    if (wakeAt === undefined || now < wakeAt) return { announcements: [], news: [] }
    if (this.#open > 0) return { announcements: this.#announceAll(now), news: [] }
    this.#announcedAt = undefined
    return { announcements: [], news: this.#roster.settle() }
  }

  #announceAll(now: Millis): Announcement[] {
    this.#open = 0
    this.#announcedAt = now
    return this.announce([...this.#roster.contacts.keys()])
  }
}
