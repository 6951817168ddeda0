import { clientFraming, clientPackets, serverPackets } from '@seekyou/wire'
import type { Crowd } from './crowd.ts'
import type { Concern, User } from './user.ts'
import { Timing } from './window.ts'

interface Announcement {
  readonly dueAt: number
  readonly wanted: Set<number>
  /** How many 021C are to come. */
  ends: number
}

/** So many UINs in one packet, as clients of the time did. */
const perPacket = 100
/** Where a UIN stands in 006E. */
const uinAt = 6

/** Announcing contacts: 0406 until 021C, with a 006E for each who is here. */
export class Contacts {
  readonly #crowd: Crowd
  readonly #open = new Map<User, Announcement>()
  readonly #concern: Concern = { acknowledged() {} }
  /** From when a list was due until the last of its 021C. */
  readonly timing: Timing
  onDone: (user: User) => unknown = () => {}

  constructor(crowd: Crowd) {
    this.#crowd = crowd
    this.timing = new Timing(crowd.window)
    crowd.hear(serverPackets.userOnline, (user, datagram) => this.#told(user, datagram))
    crowd.hear(serverPackets.endOfContacts, (user, _, now) => this.#ended(user, now))
  }

  /** Lets a user announce these others, who are on line. */
  announce(user: User, contacts: readonly User[], dueAt: number, now: number): void {
    const ends = Math.max(1, Math.ceil(contacts.length / perPacket))
    this.#crowd.counts.expected += contacts.length + 1
    this.#open.set(user, { dueAt, wanted: new Set(contacts.map(({ uin }) => uin)), ends })
    for (const contact of user.contacts) contact.watchers -= 1
    user.contacts = contacts
    for (const contact of contacts) contact.watchers += 1
    for (let from = 0; from === 0 || from < contacts.length; from += perPacket) {
      const uins = contacts.slice(from, from + perPacket).map(({ uin }) => uin)
      const datagram = clientFraming.seal(clientPackets.contactList, { uins }, 0, user.uin)
      this.#crowd.send(user, datagram, this.#concern, dueAt, now)
    }
  }

  #told(user: User, datagram: Buffer): void {
    if (datagram.length < uinAt + 4) return
    if (this.#open.get(user)?.wanted.delete(datagram.readUInt32LE(uinAt))) this.#crowd.counts.met += 1
  }

  #ended(user: User, now: number): void {
    const announcement = this.#open.get(user)
    if (announcement === undefined) return
    announcement.ends -= 1
    if (announcement.ends > 0) return
    this.#open.delete(user)
    this.#crowd.counts.met += 1
    this.timing.note(announcement.dueAt, now)
    this.onDone(user)
  }
}
