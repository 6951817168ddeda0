import { type Uin, uin as uinOf } from '@seekyou/language'
import type { Chat } from './chat.ts'
import type { RequestChatOptions } from './chats.ts'
import type { Contacts, PeopleList } from './contacts.ts'
import type { NamedContact, Person } from './content/content.ts'
import type { Writable } from './content/write-content.ts'
import type { UserEvent, UserEventType, UserState } from './events.ts'
import type { Life } from './life.ts'
import type { Heard, Listener } from './listeners.ts'
import type { LongProfile, Profile, SearchFor } from './profile.ts'
import { type Found, Questions } from './questions.ts'
import type { Sent } from './sending/delivery.ts'
import type { SendOptions } from './sending/send-options.ts'
import { ownName, type StatusName, statusOf } from './status-name.ts'
import type { Transfer } from './transfer.ts'
import type { SendFilesOptions } from './transfers.ts'

export type { SendOptions, Sent }

/** Something that can be given up. */
export interface Abortable {
  /** Gives it up. */
  readonly signal?: AbortSignal
}

/** One person, or several at once. */
export type Recipients = number | readonly number[]

/** Who the user says that they are, where others are told. What is left out is empty. */
export type Introduction = Partial<Person> & Abortable

/**
 * Somebody who is on line, and stays there until they sign off: after every interruption they come back by themselves, with
 * their contacts, lists and status, and with every message that was not accepted. Made by `connect`.
 */
export class User {
  readonly #life: Life
  readonly #questions: Questions

  constructor(life: Life) {
    this.#life = life
    this.#questions = new Questions(life.inquirer, life.pageOf, life.uin, (password) => life.encodePassword(password))
  }

  /** The user's own number. */
  get uin(): Uin {
    return this.#life.uin
  }

  /** Where this user stands; every change is told by a `state` event. */
  get state(): UserState {
    return this.#life.state
  }

  /** How this user wants to be seen. */
  get status(): StatusName {
    return ownName(this.#life.appearance.status)
  }

  /** What others are told while this user is away. */
  get ownAwayText(): string | undefined {
    return this.#life.appearance.awayText
  }

  /** How many messages have not been accepted yet. */
  get waiting(): number {
    return this.#life.outgoing.waiting
  }

  /** Whose presence is wanted, and what is known of it. */
  get contacts(): Contacts {
    return this.#life.contacts
  }

  /** Who sees this user while they are invisible. */
  get visibleTo(): PeopleList {
    return this.#life.appearance.visibleTo
  }

  /** Who never sees this user. */
  get invisibleTo(): PeopleList {
    return this.#life.appearance.invisibleTo
  }

  /** Calls `listener` whenever it happens; `*` stands for every type. Returns what stops it. */
  on<Type extends UserEventType | '*'>(
    type: Type,
    listener: Listener<UserEvent, Type>,
    options: Abortable = {},
  ): () => void {
    return this.#life.listeners.on(type, listener, options.signal)
  }

  /** The next event of a type. Rejects with the signal's reason, or with `SignedOff`. */
  once<Type extends UserEventType | '*'>(type: Type, options: Abortable = {}): Promise<Heard<UserEvent, Type>> {
    return this.#life.listeners.once(type, options.signal)
  }

  /** Everything that happens from here on, until this user is off line for good or the signal is aborted. */
  events(options: Abortable = {}): AsyncGenerator<UserEvent, void, undefined> {
    return this.#life.listeners.events(options.signal)
  }

  /**
   * Sends a text of any length; above 450 bytes as several messages. Resolves when the server has all of it, that is, when it is
   * delivered or kept until it is. Waits for a connection if there is none. Rejects with `SendError`.
   */
  async send(to: Recipients, text: string, options: SendOptions = {}): Promise<Sent> {
    return this.#send(to, { type: 'message', text }, options)
  }

  /** Sends an address of the web; it has to fit one message. Otherwise as `send`. */
  async sendUrl(to: Recipients, url: string, options: SendOptions & { description?: string } = {}): Promise<Sent> {
    return this.#send(to, { type: 'url', url, description: options.description ?? '' }, options)
  }

  /** Passes contacts on, in several messages if there are many. Otherwise as `send`. */
  async sendContacts(
    to: Recipients,
    contacts: readonly { readonly uin: number; readonly nick: string }[],
    options: SendOptions = {},
  ): Promise<Sent> {
    const named = contacts.map(({ uin, nick }): NamedContact => ({ uin: uinOf(uin), nick }))
    return this.#send(to, { type: 'contacts', contacts: named }, options)
  }

  /** Asks to be allowed to have somebody on the list. */
  async requestAuthorization(to: number, reason: string, introduction: Introduction = {}): Promise<Sent> {
    return this.#tell(to, { type: 'authorizationRequested', ...personOf(introduction), reason }, introduction)
  }

  /** Allows somebody who asked to have this user on their list. */
  async authorize(to: number, options: Abortable = {}): Promise<Sent> {
    return this.#tell(to, { type: 'authorizationGranted' }, options)
  }

  /** Does not allow it. */
  async refuse(to: number, reason = '', options: Abortable = {}): Promise<Sent> {
    return this.#tell(to, { type: 'authorizationRefused', reason }, options)
  }

  /** Tells somebody that they are on the list. Servers that follow the original one do so by themselves. */
  async sayAdded(to: number, introduction: Introduction = {}): Promise<Sent> {
    return this.#tell(to, { type: 'added', ...personOf(introduction) }, introduction)
  }

  /** Looks for a UIN, or by the beginnings of names, or by e-mail address. */
  async find(wanted: SearchFor, options: Abortable = {}): Promise<Found> {
    return this.#questions.find(wanted, options.signal)
  }

  /** Somebody's short profile. Undefined: nobody has this number. */
  async info(uin: number, options: Abortable = {}): Promise<Profile | undefined> {
    return this.#questions.info(uinOf(uin), options.signal)
  }

  /** Somebody's long profile. Undefined: nobody has this number. */
  async extInfo(uin: number, options: Abortable = {}): Promise<LongProfile | undefined> {
    return this.#questions.extInfo(uinOf(uin), options.signal)
  }

  /** Replaces this user's profile: what is left out becomes empty. Rejects with `Refused`. */
  async updateInfo(profile: Partial<Profile>, options: Abortable = {}): Promise<void> {
    return this.#questions.updateInfo(profile, options.signal)
  }

  /** Replaces this user's long profile: what is left out is not told. Rejects with `Refused`. */
  async updateExtInfo(profile: Partial<LongProfile>, options: Abortable = {}): Promise<void> {
    return this.#questions.updateExtInfo(profile, options.signal)
  }

  /** Changes the password, with which this user signs on from here on. Rejects with `Refused`. */
  async changePassword(password: string, options: Abortable = {}): Promise<void> {
    return this.#questions.changePassword(password, options.signal)
  }

  /**
   * How this user is seen from here on. `text` is what others are told while the status is away, not available, occupied or do not
   * disturb: over a direct connection whenever they write or ask, through the server once in each such period. Left out, it stays
   * as it was; empty, they are told nothing. `isInvisible` hides this user as `invisible` does, whatever the status.
   */
  setStatus(status: StatusName, { text, isInvisible = false }: { text?: string; isInvisible?: boolean } = {}): void {
    this.#life.appearance.set(statusOf(status, isInvisible), text === undefined ? this.ownAwayText : text || undefined)
  }

  /** What a contact who is away tells about it, over a direct connection. Undefined: it cannot be had. */
  async awayText(uin: number, options: Abortable = {}): Promise<string | undefined> {
    return this.#life.awayTexts.ask(uinOf(uin), options.signal)
  }

  /** Asks somebody for a chat, over a direct connection. Rejects with `ChatError` when it does not come about. */
  async chat(to: number, options: RequestChatOptions = {}): Promise<Chat> {
    return this.#life.chats.request(uinOf(to), options)
  }

  /** Offers files to somebody, over a direct connection. Rejects with `CannotRead`; what became of them, `done` tells. */
  async sendFiles(to: number, paths: readonly string[], options: SendFilesOptions = {}): Promise<Transfer> {
    return this.#life.transfers.offer(uinOf(to), paths, options)
  }

  /** Tries to come on line, or to come back, now instead of after the pause. Does nothing while on line or while a try is under way. */
  tryNow(): void {
    this.#life.driver.tryNow()
  }

  /**
   * Signs off: waits `waitMs`, 5 seconds unless told, for messages to be accepted, says goodbye, and ends everything. Never rejects.
   * What has not been accepted is rejected, and stays in the queue's store. With 0 the goodbye has left before this returns.
   */
  async signOff({ waitMs = 5_000 }: { readonly waitMs?: number } = {}): Promise<void> {
    return this.#life.end(waitMs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    return this.signOff()
  }

  async #send(to: Recipients, content: Writable, options: SendOptions): Promise<Sent> {
    return this.#life.post.send([to].flat().map(uinOf), content, options)
  }

  /** What is between this user and somebody's client goes through the server, which takes part in it. */
  async #tell(to: number, content: Writable, { signal }: Abortable): Promise<Sent> {
    return this.#send(to, content, { via: 'server', ...(signal && { signal }) })
  }
}

function personOf({ nick = '', first = '', last = '', email = '', needsAuthorization = false }: Introduction): Person {
  return { nick, first, last, email, needsAuthorization }
}
