// Who is here and who has been told what. Every change ends in one comparison, `reconcile`: what a watcher believes against
// what they may see at that moment. So arriving, leaving, hiding and every list change speak with one voice, and news that was
// put off can never reveal anything.
import {
  type Direct,
  type Event,
  type Info,
  type Ip4,
  isInvisible,
  type Millis,
  normaliseStatus,
  type Status,
  type Uin,
} from '@seekyou/language'
import { including, none, setOf } from '../few.ts'
import type { Account } from '../needs.ts'
import type { Told } from '../told.ts'
import { FanOut } from './fan-out.ts'
import { maySee } from './may-see.ts'
import { PackedInfo } from './packed-info.ts'
import { isAllowed, settleGranted } from './permission.ts'
import { type KeptPresence, newPresent, type Present, sharedSettings } from './present.ts'
import { type DirectOptions, isSameAddress, type Showing, showingOf, viewOf } from './showing.ts'
import { Watchers } from './watchers.ts'

/** What presence is to know of its surroundings; a node's options and limits have it. */
export interface PresenceOptions extends DirectOptions {
  readonly contactsMax: number
  /** How far apart two fan-outs of one user's news are on average, in milliseconds. */
  readonly presenceEveryMs: Millis
  /** Who needs authorization is shown only to contacts of whom the store says that they are allowed. */
  readonly enforcesAuthorization: boolean
}

export class Presence {
  readonly #options: PresenceOptions
  readonly #present = new Map<Uin, Present>()
  readonly #watchers = new Watchers()
  readonly #fanOut: FanOut
  /** How many contacts were announced beyond those that one user may have. */
  contactsIgnored = 0

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#fanOut = new FanOut(
      options.presenceEveryMs,
      (uin) => this.#watchers.of(uin),
      (uin, watcher) => this.#reconcile(uin, watcher),
    )
  }

  get size(): number {
    return this.#present.size
  }

  /** How often news about somebody had to wait, because there had just been other news. */
  get newsPutOff(): number {
    return this.#fanOut.putOff
  }

  get enforcesAuthorization(): boolean {
    return this.#options.enforcesAuthorization
  }

  /** Call `due` then; earlier calls are harmless. Undefined: everybody has been told. */
  get wakeAt(): Millis | undefined {
    return this.#fanOut.wakeAt
  }

  get(uin: Uin): Present | undefined {
    return this.#present.get(uin)
  }

  /** Signs a user on. Whoever sees somebody under that number already, at the same status and address, is told nothing. */
  arrive(
    account: Pick<Account, 'uin' | 'info' | 'settings'>,
    status: Status,
    outer: Ip4,
    direct: Direct,
    now: Millis,
  ): Told[] {
    const { uin } = account
    this.#forget(uin)
    this.#present.set(uin, newPresent(account, normaliseStatus(status), outer, direct))
    return this.#publish(uin, now)
  }

  /** Somebody who was here when the node before this one ended. Nobody is told anything; `settleIn` follows. */
  takeUp(
    account: Pick<Account, 'uin' | 'info' | 'settings'>,
    kept: KeptPresence,
    refusedBy: readonly Uin[],
    unremembered: readonly Uin[],
  ): void {
    const { status, outer, direct, contacts, visibleTo, invisibleTo } = kept
    const user = newPresent(account, status, outer, direct)
    user.visibleTo = setOf(visibleTo)
    user.invisibleTo = setOf(invisibleTo)
    user.refusedBy = setOf(refusedBy)
    user.unremembered = setOf(unremembered)
    this.#present.set(account.uin, user)
    user.contacts.add(new Set(contacts))
    for (const contact of user.contacts.keys()) this.#watchers.add(contact, user)
  }

  /** Everybody who was taken up believes what is true, but may not have heard of the last changes of the `doubtful`. */
  settleIn(doubtful: ReadonlySet<Uin>): void {
    for (const user of this.#present.values()) {
      let index = 0
      for (const contact of user.contacts.keys()) {
        user.contacts.put(index++, this.#truth(contact, user))
        if (doubtful.has(contact)) this.doubt(user.uin, contact)
      }
    }
  }

  /** What of somebody's presence must outlive a restart. */
  keptOf(uin: Uin): KeptPresence | undefined {
    const user = this.#present.get(uin)
    if (!user) return undefined
    const { status, outer, direct, contacts, visibleTo, invisibleTo } = user
    const lists = { visibleTo: [...visibleTo], invisibleTo: [...invisibleTo] }
    return { status, outer, direct, contacts: [...contacts.keys()], ...lists }
  }

  /** The contacts about whom this user may not have heard the last word. */
  doubtsOf(uin: Uin): Iterable<Uin> {
    return this.#present.get(uin)?.doubts ?? none
  }

  leave(uin: Uin, now: Millis): Told[] {
    return this.#forget(uin) ? this.#publish(uin, now) : []
  }

  changeStatus(uin: Uin, status: Status, now: Millis): Told[] {
    const user = this.#present.get(uin)
    const normal = normaliseStatus(status)
    if (!user || user.status === normal) return []
    const hides = isInvisible(normal) && !isInvisible(user.status)
    user.status = normal
    user.showings = {}
    return this.#publish(uin, now, hides)
  }

  /** The operator has changed the account. */
  changeAccount({ uin, info, settings }: Pick<Account, 'uin' | 'info' | 'settings'>, now: Millis): Told[] {
    const user = this.#present.get(uin)
    if (!user) return []
    user.info = new PackedInfo(info)
    user.settings = sharedSettings(settings)
    return [...this.#publish(uin, now), ...this.catchUp(uin, user.contacts.keys()).map((event) => ({ to: uin, event }))]
  }

  /** The user's short profile has become another. */
  changeInfo(uin: Uin, info: Info, now: Millis): Told[] {
    const user = this.#present.get(uin)
    if (!user) return []
    const before = user.info
    user.info = new PackedInfo(info)
    const isShownAsBefore = before.needsAuthorization === info.needsAuthorization || !this.enforcesAuthorization
    return isShownAsBefore ? [] : this.#publish(uin, now)
  }

  announceVisibleTo(uin: Uin, uins: readonly Uin[], now: Millis): Told[] {
    return this.#changeList(uin, 'visibleTo', uins, now)
  }

  announceInvisibleTo(uin: Uin, uins: readonly Uin[], now: Millis): Told[] {
    return this.#changeList(uin, 'invisibleTo', uins, now)
  }

  /** Adds contacts, whom the store is to remember, as far as there is room. */
  addContacts(uin: Uin, contacts: Iterable<Uin>): void {
    const watcher = this.#present.get(uin)
    if (!watcher) return
    const added = new Set<Uin>()
    for (const contact of contacts) {
      if (watcher.contacts.has(contact) || added.has(contact)) continue
      if (watcher.contacts.size + added.size < this.#options.contactsMax) added.add(contact)
      else this.contactsIgnored += 1
    }
    watcher.contacts.add(added)
    for (const contact of added) {
      watcher.unremembered = including(watcher.unremembered, contact)
      this.#watchers.add(contact, watcher)
    }
  }

  /** What a watcher who asks is told of those contacts who are here, whether told before or not. */
  showContacts(uin: Uin, contacts: Iterable<Uin>): Event[] {
    const watcher = this.#present.get(uin)
    if (!watcher) return []
    const answers: Event[] = []
    for (const contact of contacts) {
      const index = watcher.contacts.indexOf(contact)
      const truth = index < 0 ? undefined : this.#truth(contact, watcher)
      if (!truth) continue
      watcher.contacts.put(index, truth)
      answers.push(truth)
    }
    return answers
  }

  /** The contact has granted this watcher to be seen. */
  allow(uin: Uin, contact: Uin): Told[] {
    const watcher = this.#present.get(uin)
    if (!watcher) return []
    settleGranted(watcher, contact)
    return this.catchUp(uin, [contact]).map((event) => ({ to: uin, event }))
  }

  /** What a watcher does not know yet about these contacts. */
  catchUp(uin: Uin, contacts: Iterable<Uin>): Event[] {
    const watcher = this.#present.get(uin)
    if (!watcher) return []
    const news: Event[] = []
    for (const contact of contacts) {
      const event = this.#reconcile(contact, watcher)
      if (event) news.push(event)
    }
    return news
  }

  /** The watcher may not have heard the last word about this contact. */
  doubt(uin: Uin, contact: Uin): void {
    const watcher = this.#present.get(uin)
    if (watcher?.contacts.has(contact)) watcher.doubts = including(watcher.doubts, contact)
  }

  /** No watcher may have heard the last word about this user. */
  doubtEverywhere(uin: Uin): void {
    for (const watcher of this.#watchers.of(uin)) this.doubt(watcher.uin, uin)
  }

  /** Says again whatever this watcher may have missed. */
  repair(uin: Uin): Event[] {
    const watcher = this.#present.get(uin)
    if (!watcher || watcher.doubts.size === 0) return []
    const answers: Event[] = []
    for (const contact of watcher.doubts) {
      const truth = this.#truth(contact, watcher)
      watcher.contacts.put(watcher.contacts.indexOf(contact), truth)
      answers.push(truth ?? { name: 'contactOffline', uin: contact })
    }
    watcher.doubts = none
    return answers
  }

  /** The news whose time has come. */
  due(now: Millis): Told[] {
    return this.#fanOut.due(now)
  }

  #changeList(uin: Uin, list: 'visibleTo' | 'invisibleTo', uins: readonly Uin[], now: Millis): Told[] {
    const user = this.#present.get(uin)
    if (!user) return []
    user[list] = setOf(uins)
    return this.#publish(uin, now)
  }

  /** Whoever may not see the user any more is told at once; all other news keeps to the user's pace. */
  #publish(uin: Uin, now: Millis, mayHide = true): Told[] {
    const hidden: Told[] = []
    if (mayHide) {
      for (const watcher of this.#watchers.of(uin)) {
        const index = watcher.contacts.indexOf(uin)
        if (!watcher.contacts.at(index) || this.#truth(uin, watcher)) continue
        watcher.contacts.put(index, undefined)
        hidden.push({ to: watcher.uin, event: { name: 'contactOffline', uin } })
      }
    }
    return this.#fanOut.publish(uin, now, hidden)
  }

  /** What a watcher is to hear about a contact; nothing about somebody whom they do not watch, or not any more. */
  #reconcile(uin: Uin, watcher: Present): Event | undefined {
    const index = watcher.contacts.indexOf(uin)
    if (index < 0) return undefined
    const believed = watcher.contacts.at(index)
    const truth = this.#truth(uin, watcher)
    if (believed === truth) return undefined
    watcher.contacts.put(index, truth)
    if (!truth) return { name: 'contactOffline', uin }
    if (!believed || !isSameAddress(believed, truth)) return truth
    const { status } = truth
    return believed.status === status ? undefined : { name: 'contactStatusChanged', uin, status }
  }

  /** How a watcher may see a contact at this moment; undefined: off line. */
  #truth(uin: Uin, watcher: Present): Showing | undefined {
    const user = this.#present.get(uin)
    if (!user || !maySee(user, watcher.uin)) return undefined
    if (this.enforcesAuthorization && !isAllowed(user, watcher)) return undefined
    return showingOf(user, viewOf(user, watcher, this.#options))
  }

  #forget(uin: Uin): boolean {
    const user = this.#present.get(uin)
    if (!user) return false
    this.#watchers.remove(user)
    user.contacts.clear()
    return this.#present.delete(uin)
  }
}
