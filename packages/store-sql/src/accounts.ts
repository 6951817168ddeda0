import type { ExtInfo, Info, Uin, WallMillis } from '@seekyou/language'
import type { Settings } from '@seekyou/service'

/** Why and since when somebody cannot sign on. */
export interface Ban {
  readonly at: WallMillis
  /** For the operator's own memory; empty when none was given. */
  readonly reason: string
}

/** An account with everything that the store knows of it: what an export holds. */
export interface AccountRecord {
  readonly uin: Uin
  /** A PHC string. */
  readonly passwordHash: string
  /** A name of `codePageNames`; undefined: nobody has said how the owner writes. */
  readonly codePage: string | undefined
  readonly createdAt: WallMillis
  readonly info: Info
  readonly extInfo: ExtInfo
  readonly settings: Settings
  /** Searches do not find it. */
  readonly hides: boolean
  readonly ban: Ban | undefined
}

/** An account with how many messages wait for it. */
export type ListedAccount = AccountRecord & { readonly waiting: number }

/** An account to be added. Without `uin` it gets the next free number; everything else is as for somebody who has told nothing. */
export type NewAccount = Pick<AccountRecord, 'passwordHash'> & Partial<AccountRecord>

/** What an operator may change. What is left out stays; `undefined` for `codePage` or `ban` takes it away. */
export type AccountChanges = Partial<Pick<AccountRecord, 'passwordHash' | 'codePage' | 'hides' | 'ban'>> & {
  readonly info?: Partial<Info>
  readonly settings?: Partial<Settings>
}

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
