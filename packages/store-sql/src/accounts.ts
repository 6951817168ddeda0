import type { Uin, WallMillis } from '@seekyou/language'

/** An account to be added. Without `uin` it gets the next free number. */
export interface NewAccount {
  readonly uin?: Uin
  /** A PHC string. */
  readonly passwordHash: string
  readonly nick: string
  /** A label of the Encoding Standard, such as `windows-1251`. Left out: the store's own. */
  readonly codePage?: string
}

/** An account with everything that the store knows of it: what an export holds. */
export interface Account {
  readonly uin: Uin
  readonly nick: string
  readonly passwordHash: string
  readonly codePage: string
  readonly createdAt: WallMillis
}

/** An account as a list shows it. */
export interface AccountSummary extends Omit<Account, 'passwordHash'> {
  /** How many messages wait for it. */
  readonly waiting: number
}

/** What an operator may change. What is left out stays. */
export type AccountChanges = Partial<Pick<Account, 'nick' | 'passwordHash' | 'codePage'>>

/** What became of one account of a batch. `removed`: the number belonged to a removed account; `reserved`: it is below 1000. */
export type Added = { readonly uin: Uin } | { readonly uin: Uin; readonly refused: 'taken' | 'removed' | 'reserved' }

/** A code that lets somebody register. */
export interface Invite {
  readonly code: string
  /** How many accounts it can still make; 0 when it is used up. */
  readonly usesLeft: number
  /** Undefined: never. */
  readonly expiresAt: WallMillis | undefined
  readonly createdAt: WallMillis
}
