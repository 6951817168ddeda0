// What the service asks of the world, as data. A handler that must wait is a generator: it yields a need and is handed the
// answer. So the whole node stays a machine, and the simulator meets needs on its own clock.
import type { Text, Uin, WallMillis } from '@seekyou/language'

/** An account as the service sees it when its owner signs on. */
export interface Account {
  readonly uin: Uin
  /** A PHC string; opaque here. */
  readonly passwordHash: string
  readonly nick: string
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

/** Why the store would not keep a message: nobody has that number, or the recipient's store is full. */
export interface Refusal {
  readonly id: number
  readonly because: 'unknown' | 'full'
}

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
  /** One transaction: keep these messages and forget those. Durable when answered. */
  commit: {
    ask: { keep: readonly Message[]; forget: readonly number[]; storedMax: number }
    answer: { refused: readonly Refusal[] }
  }
}

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

/**
 * The promise of a store, kept by `store-sql` with SQLite and by the simulator with a virtual disk. Calls are carried out in
 * the order in which they were made. A rejected promise means `Unavailable`, and that nothing was changed.
 */
export interface Store {
  findAccount(ask: Needs['findAccount']['ask']): Promise<Answer<'findAccount'>>
  createAccount(ask: Needs['createAccount']['ask']): Promise<Answer<'createAccount'>>
  waitingMessages(ask: Needs['waitingMessages']['ask']): Promise<Answer<'waitingMessages'>>
  commit(ask: Needs['commit']['ask']): Promise<Answer<'commit'>>
}

/** The promise of a password hasher, kept by `node-edge` with argon2id. Rejects with `Overloaded`. */
export interface Hasher {
  verifyPassword(ask: Needs['verifyPassword']['ask']): Promise<boolean>
  hashPassword(ask: Needs['hashPassword']['ask']): Promise<string>
}
