// Who is here and who has been told what. Every change ends in one comparison, `reconcile`: what a watcher believes against
// what they may see. So arriving, leaving, hiding and every list change speak with one voice.
import { type Direct, type Event, type Ip4, normaliseStatus, type Status, type Uin } from '@seekyou/language'
import type { Told } from '../told.ts'
import { maySee } from './may-see.ts'
import { newPresent, type Present } from './present.ts'

/** How many contacts one user may announce; the rest is acknowledged and ignored. */
export const contactsMax = 1_000

export class Presence {
  readonly #present = new Map<Uin, Present>()
  readonly #watchers = new Map<Uin, Set<Present>>()

  get size(): number {
    return this.#present.size
  }

  get(uin: Uin): Present | undefined {
    return this.#present.get(uin)
  }

  /** Signs a user on; somebody already here under that number is replaced without a word to the watchers. */
  arrive(uin: Uin, status: Status, outer: Ip4, direct: Direct): Told[] {
    this.#forget(uin)
    const user = newPresent(uin, normaliseStatus(status), outer, direct)
    this.#present.set(uin, user)
    const told: Told[] = []
    for (const watcher of this.#watchers.get(uin) ?? []) {
      const wasShown = watcher.told.has(uin)
      if (maySee(user, watcher.uin)) told.push(this.#showOnline(user, watcher))
      else if (wasShown) told.push(this.#showOffline(uin, watcher))
    }
    return told
  }

  leave(uin: Uin): Told[] {
    if (!this.#forget(uin)) return []
    const told: Told[] = []
    for (const watcher of this.#watchers.get(uin) ?? [])
      if (watcher.told.has(uin)) told.push(this.#showOffline(uin, watcher))
    return told
  }

  changeStatus(uin: Uin, status: Status): Told[] {
    const user = this.#present.get(uin)
    if (!user) return []
    user.status = normaliseStatus(status)
    return this.#reconcileAll(user, this.#watchers.get(uin) ?? [])
  }

  /** Adds contacts and returns what the announcer is to be told about those who are here, whether told before or not. */
  announceContacts(uin: Uin, contacts: readonly Uin[]): Event[] {
    const watcher = this.#present.get(uin)
    if (!watcher) return []
    const answers: Event[] = []
    for (const contact of contacts) {
      if (!watcher.contacts.has(contact)) {
        if (watcher.contacts.size >= contactsMax) continue
        watcher.contacts.add(contact)
        this.#watchersOf(contact).add(watcher)
      }
      const user = this.#present.get(contact)
      if (user && maySee(user, uin)) answers.push(this.#showOnline(user, watcher).event)
    }
    return answers
  }

  announceVisibleTo(uin: Uin, uins: readonly Uin[]): Told[] {
    return this.#changeList(uin, 'visibleTo', uins)
  }

  announceInvisibleTo(uin: Uin, uins: readonly Uin[]): Told[] {
    return this.#changeList(uin, 'invisibleTo', uins)
  }

  /** The watcher may not have heard the last word about this contact. */
  doubt(watcher: Uin, contact: Uin): void {
    const present = this.#present.get(watcher)
    if (present?.contacts.has(contact)) present.doubts.add(contact)
  }

  /** Says again whatever this watcher may have missed. */
  repair(uin: Uin): Event[] {
    const watcher = this.#present.get(uin)
    if (!watcher || watcher.doubts.size === 0) return []
    const answers: Event[] = []
    for (const contact of watcher.doubts) {
      const user = this.#present.get(contact)
      const told = user && maySee(user, uin) ? this.#showOnline(user, watcher) : this.#showOffline(contact, watcher)
      answers.push(told.event)
    }
    watcher.doubts.clear()
    return answers
  }

  #changeList(uin: Uin, list: 'visibleTo' | 'invisibleTo', uins: readonly Uin[]): Told[] {
    const user = this.#present.get(uin)
    if (!user) return []
    const touched = new Set([...user[list], ...uins])
    user[list] = new Set(uins)
    const watchers = [...(this.#watchers.get(uin) ?? [])].filter((watcher) => touched.has(watcher.uin))
    return this.#reconcileAll(user, watchers)
  }

  #reconcileAll(user: Present, watchers: Iterable<Present>): Told[] {
    const told: Told[] = []
    for (const watcher of watchers) {
      const news = this.#reconcile(user, watcher)
      if (news) told.push(news)
    }
    return told
  }

  #reconcile(user: Present, watcher: Present): Told | undefined {
    const believed = watcher.told.get(user.uin)
    if (!maySee(user, watcher.uin)) return believed === undefined ? undefined : this.#showOffline(user.uin, watcher)
    if (believed === undefined) return this.#showOnline(user, watcher)
    if (believed === user.status) return undefined
    watcher.told.set(user.uin, user.status)
    return { to: watcher.uin, event: { name: 'contactStatusChanged', uin: user.uin, status: user.status } }
  }

  #showOnline({ uin, status, direct }: Present, watcher: Present): Told {
    watcher.told.set(uin, status)
    return { to: watcher.uin, event: { name: 'contactOnline', uin, status, outer: nowhere, direct: hidden(direct) } }
  }

  #showOffline(uin: Uin, watcher: Present): Told {
    watcher.told.delete(uin)
    return { to: watcher.uin, event: { name: 'contactOffline', uin } }
  }

  #forget(uin: Uin): boolean {
    const user = this.#present.get(uin)
    if (!user) return false
    this.#present.delete(uin)
    for (const contact of user.contacts) {
      const watchers = this.#watchers.get(contact)
      watchers?.delete(user)
      if (watchers?.size === 0) this.#watchers.delete(contact)
    }
    return true
  }

  #watchersOf(uin: Uin): Set<Present> {
    let watchers = this.#watchers.get(uin)
    if (!watchers) {
      watchers = new Set()
      this.#watchers.set(uin, watchers)
    }
    return watchers
  }
}

/**
 * Version 2 would hand every contact both addresses of a user. They are withheld: a client that sees address 0 and no ability
 * to connect sends through the server instead (docs/protocol/constants.md).
 */
const nowhere: Ip4 = 0
const hidden = (direct: Direct): Direct => ({ port: 0, inner: 0, capability: 6, version: direct.version })
