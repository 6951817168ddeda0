import type { Uin } from '@seekyou/language'
import type { Messenger, Watched } from '@seekyou/messenger'
import type { StatusName } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { Account } from '../device/contract.ts'

/** Who is signed in in this tab. */
export type SessionState =
  /** Nobody: somebody has to sign in. `uin`: this number's password is asked for. */
  | { readonly at: 'door'; readonly uin?: Uin }
  /** Another tab has this account, and it was not open in this one before. */
  | { readonly at: 'otherTab'; readonly account: Identity }
  /** `isTaken`: another tab has taken the account since. */
  | { readonly at: 'in'; readonly account: Identity; readonly messenger: Messenger; readonly isTaken: boolean }

export type Identity = Pick<Account, 'uin' | 'nick' | 'codePage'>

/** What somebody who signs in says. */
export interface Entrance {
  readonly uin: Uin
  readonly password: string
  /** Undefined: what this device knows, else the number. */
  readonly nick?: string
  readonly codePage?: CodePageName
  readonly status?: StatusName
  /** Keep the password on this device. */
  readonly isRemembered: boolean
}

/** Why somebody did not get in. */
export type EntranceTrouble = 'password' | 'elsewhere' | 'noRoad' | 'noAnswer' | 'busy' | 'other'

/** Signing in, switching between accounts, and signing out, in this tab. */
export interface Session {
  readonly state: Watched<SessionState>
  /** The last thing of this account that went wrong on this device. */
  readonly trouble: Watched<unknown>
  /** Resolves with `undefined` when the server has let the user in, with the reason when the first try did not succeed. */
  signIn(entrance: Entrance): Promise<EntranceTrouble | undefined>
  /** Goes over to another account of this device: at once when its password is kept, else to the door. */
  switchTo(uin: Uin): Promise<void>
  /** Signs off and goes to the door. */
  signOut(): Promise<void>
  /** Signs on again after the line was given up: own wish, signed on elsewhere. */
  goOnline(status?: StatusName): Promise<void>
  /** Signs off and stays to read. */
  goOffline(): Promise<void>
  /** Takes the account from the other tab. */
  takeOver(): Promise<void>
  /** Whether the user signed in here with this password. */
  isPassword(guess: string): boolean
  /** Changes the password at the server, and where it is kept here. Rejects as `Messenger.changePassword` does. */
  changePassword(password: string): Promise<void>
}
