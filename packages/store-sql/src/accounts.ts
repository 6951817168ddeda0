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
  /** When it is to be removed; until then its owner cannot sign on. Undefined: it stays. */
  readonly leavesAt: WallMillis | undefined
}

/** An account with what belongs to it. */
export type ListedAccount = AccountRecord & {
  /** How many messages wait for it. */
  readonly waiting: number
  /** Its owner is signed on, or was when the server ended. */
  readonly hasLink: boolean
  /** When its last link ended, if that is known. */
  readonly lastOnAt: WallMillis | undefined
}

/** Which accounts are to be found: by any of the texts with which a name or the e-mail address begins, or of the numbers, or all. */
export interface Sought {
  /** Bytes; capitals and small letters of ASCII are equal. */
  readonly texts?: readonly Uint8Array[] | undefined
  /** From the first number to the second, both included. */
  readonly numbers?: readonly (readonly [low: number, high: number])[] | undefined
  /** `linked`: those with a living link. */
  readonly only?: 'linked' | 'banned' | 'leaving' | undefined
}

/** An account to be added. Without `uin` it gets the next free number; everything else is as for somebody who has told nothing. */
export type NewAccount = Pick<AccountRecord, 'passwordHash'> & Partial<AccountRecord>

/** What an operator may change. What is left out stays; `undefined` for `codePage`, `ban` or `leavesAt` takes it away. */
export type AccountChanges = Partial<
  Pick<AccountRecord, 'passwordHash' | 'codePage' | 'hides' | 'ban' | 'leavesAt'>
> & {
  readonly info?: Partial<Info>
  readonly settings?: Partial<Settings>
}

/** What became of one account of a batch. `removed`: the number belonged to a removed account; `reserved`: it is below 1000. */
export type Added = { readonly uin: Uin } | { readonly uin: Uin; readonly refused: 'taken' | 'removed' | 'reserved' }

/** Who makes an invite, and how many open ones they may have. */
export interface Maker {
  readonly uin: Uin
  readonly openMax: number
}

/** A code that lets somebody register. */
export interface Invite {
  readonly code: string
  /** How many accounts it can still make; 0 when it is used up. */
  readonly usesLeft: number
  /** Undefined: never. */
  readonly expiresAt: WallMillis | undefined
  readonly createdAt: WallMillis
  /** The account that made it; undefined: an operator. */
  readonly madeBy: Uin | undefined
}
