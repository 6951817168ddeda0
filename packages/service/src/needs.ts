// What the service asks of the world, as data. A handler that must wait is a generator: it yields a need and is handed the
// answer. So the whole node stays a machine, and the simulator meets needs on its own clock.
import type { ExtInfo, Info, Text, Uin, WallMillis } from '@seekyou/language'

/** An account as the service sees it when its owner signs on. */
export interface Account {
  readonly uin: Uin
  /** A PHC string; opaque here. */
  readonly passwordHash: string
  /** Signs nobody on until the operator lifts the ban. */
  readonly isBanned: boolean
  readonly info: Info
  readonly settings: Settings
}

/** What the operator has set for one account. Undefined: as for everybody. */
export interface Settings {
  /** Whether the user's true address may be told to other users, where the server's mode lets it be told at all. */
  readonly direct: boolean | undefined
  /** Others are told the e-mail address as well. */
  readonly publishesEmail: boolean
  /** How many messages may wait. */
  readonly storedMax: number | undefined
  /** False: no limits of pace (messages, searches) for this user, such as a bot. */
  readonly isLimited: boolean
}

/** The settings of an account for which nothing was set. */
export const ordinarySettings: Settings = {
  direct: undefined,
  publishesEmail: false,
  storedMax: undefined,
  isLimited: true,
}

/** One result of a search, or what is told of somebody: the e-mail address is empty unless the user publishes it. */
export interface Found {
  readonly uin: Uin
  readonly info: Info
}

/** A message that the server has accepted. `id` grows with acceptance and is never used twice. */
export interface Message {
  readonly id: number
  readonly to: Uin
  readonly from: Uin
  readonly kind: number
  readonly text: Text
  readonly at: WallMillis
}

/** Why the store would not keep a message: nobody has that number, the recipient's store is full, or has enough of that sender. */
export interface Refusal {
  readonly id: number
  readonly because: 'unknown' | 'full' | 'fullOfSender'
}

/**
 * A link as the store keeps it, so that a restart logs nobody out. Both texts are the node's own; the store only hands them back.
 * One that is left out stays as it was kept last; a link's first has both.
 */
export interface KeptLink {
  readonly uin: Uin
  /** Where the link is and who is shown to whom: what changes seldom. */
  readonly visit?: string
  /** Numbers, and what is on its way. */
  readonly numbers?: string
}

/**
 * A link that lived when the node before this one ended. Nobody who is removed or banned has one, nor does anybody whose
 * password the operator has changed since.
 */
export interface FormerLink {
  readonly account: Account
  /** Who has messages waiting for them. */
  readonly waitingFrom: readonly Uin[]
  /** Contacts who have not allowed to be seen, as `rememberContacts` would say. */
  readonly refusedBy: readonly Uin[]
  readonly visit: string
  readonly numbers: string
}

/** What a node finds of the one before it. */
export interface FormerLinks {
  /** When the store last heard that a node was alive. */
  readonly at: WallMillis
  readonly links: readonly FormerLink[]
  /** Whose links had ended not long before that: within `endedKeptMs`. */
  readonly ended: readonly { readonly uin: Uin; readonly at: WallMillis }[]
}

/** For how long it is known that a link has ended, in milliseconds: longer than anybody may not have heard of it. */
export const endedKeptMs = 300_000

/** Everything that may be asked, with its answer. The store and the password hasher meet them (`server` calls them by data). */
export interface Needs {
  /** The account, and who has messages waiting for it. `undefined`: no such UIN (removed ones included). */
  findAccount: { ask: { uin: Uin }; answer: { account: Account; waitingFrom: readonly Uin[] } | undefined }
  /** Whether the password is right. Costs the same when `hash` is undefined, and is then false. */
  verifyPassword: { ask: { password: Text; hash: string | undefined }; answer: boolean }
  hashPassword: { ask: { password: Text }; answer: string }
  /**
   * A new account under the next free number. With `invite`, the code is used up in the same transaction, and the answer is
   * `undefined` when it is not valid.
   */
  createAccount: { ask: { passwordHash: string; invite: string | undefined }; answer: Uin | undefined }
  /** The waiting messages of a user, oldest first, at most `most`. */
  waitingMessages: { ask: { uin: Uin; most: number }; answer: readonly Message[] }
  /** One transaction: keep these messages and links, forget those. Durable when answered. */
  commit: {
    ask: {
      keep: readonly Message[]
      forget: readonly number[]
      storedMax: number
      storedFromOneMax: number
      links?: readonly KeptLink[]
      /** Whose links have ended. A link that is kept later begins anew. */
      ended?: readonly Uin[]
      /** When this was asked: a proof that the node was alive then. */
      at?: WallMillis
    }
    answer: { refused: readonly Refusal[] }
  }
  /** Both profiles of somebody, as everybody may see them. `undefined`: nobody has the number. */
  findProfile: { ask: { uin: Uin }; answer: { info: Info; extInfo: ExtInfo } | undefined }
  /**
   * Who is found by names or e-mail address, by number, at most `most`. Every text that is not empty must fit: a name when it
   * begins so, an e-mail address when it is the same as a whole; capitals and small letters of ASCII are equal, other bytes are
   * compared as they are. Who hides from searches is never found.
   */
  searchUsers: {
    ask: Pick<Info, 'nick' | 'first' | 'last' | 'email'> & { most: number }
    answer: { found: readonly Found[]; hasMore: boolean }
  }
  /** Durable when answered; false when there is no such account (any more). */
  updateInfo: { ask: { uin: Uin; info: Info }; answer: boolean }
  updateExtInfo: { ask: { uin: Uin; extInfo: ExtInfo }; answer: boolean }
  changePassword: { ask: { uin: Uin; passwordHash: string }; answer: boolean }
  /**
   * Remembers that somebody has these on their contact list. A contact who is not remembered yet is remembered as allowed when
   * `allowsAll`, or when that contact needs no authorization. The answer names those of `contacts` whose presence may be seen.
   * Of more than `rememberedMax` contacts of one user, the rest is judged each time anew. `list` is the whole contact list as it is
   * at this moment, which takes the place of the one that was kept before.
   */
  rememberContacts: {
    ask: { uin: Uin; contacts: readonly Uin[]; list: readonly Uin[]; allowsAll: boolean }
    answer: { allowed: readonly Uin[] }
  }
  /** From here on `uin` may see the presence of `contact`, who has granted it. */
  allowContact: { ask: { uin: Uin; contact: Uin }; answer: undefined }
}

/** As many contacts of one user are remembered at the most. */
export const rememberedMax = 2_000

export type NeedName = keyof Needs
export type Need<Name extends NeedName = NeedName> = {
  [K in Name]: { readonly name: K } & Readonly<Needs[K]['ask']>
}[Name]
export type Answer<Name extends NeedName = NeedName> = Needs[Name]['answer']

/** A handler that waits: it yields needs, is resumed with their answers, and returns its result. */
export type Waiting<Result> = Generator<Need, Result, never>

/** Inside a waiting handler: `const account = yield* ask({ name: 'findAccount', uin })`. */
export function* ask<Name extends NeedName>(need: Need<Name>): Generator<Need, Answer<Name>, never> {
  const answer: unknown = yield need as unknown as Need
  return answer as Answer<Name>
}

/** Thrown into a waiting handler when the world cannot meet its need now: the database is away, the disk is full. */
export class Unavailable extends Error {
  constructor(cause: unknown) {
    super('the store is unavailable', { cause })
    this.name = 'Unavailable'
  }
}

/** Thrown when more passwords wait to be hashed than is good for anyone. Clients ask again by themselves. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'

  constructor() {
    super('too many passwords wait to be hashed')
  }
}

/** What a store meets; the rest is for the password hasher. */
export type StoreNeedName = Exclude<NeedName, 'verifyPassword' | 'hashPassword'>

/**
 * The promise of a store, kept by `store-sql` with SQLite and by the simulator with a virtual disk. Calls are carried out in
 * the order in which they were made. A rejected promise means `Unavailable`, and that nothing was changed.
 */
export type Store = {
  readonly [Name in StoreNeedName]: (ask: Needs[Name]['ask']) => Promise<Answer<Name>>
}

/** The promise of a password hasher, kept by `node-edge` with argon2id. Rejects with `Overloaded`. */
export interface Hasher {
  verifyPassword(ask: Needs['verifyPassword']['ask']): Promise<boolean>
  hashPassword(ask: Needs['hashPassword']['ask']): Promise<string>
}
