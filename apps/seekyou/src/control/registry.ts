import type { Uin } from '@seekyou/language'
import type { Answer, LinkRow, RegistrationMode, Status } from '@seekyou/office'
import type { Hasher } from '@seekyou/service'
import type { SqlStore } from '@seekyou/store-sql'
import type { CodePageName } from '@seekyou/wire'
import type { Endpoint } from '../config.ts'

/** The server whose accounts these are: `live-server.ts` when it runs, `stopped-server.ts` when it does not. */
export interface Server {
  /** No server runs, so nobody is on line. */
  readonly isStopped?: boolean
  /** How many users are signed on. */
  readonly online: number
  /** Signs a user off (0028). False: they were not signed on. */
  forceOff(uin: Uin): boolean
  /** Somebody's profile or settings have changed in the store. */
  accountChanged(uin: Uin): Promise<void>
  /** Says something as the system user. Resolves when it is safe, to how many mailboxes were full. At most 1,000 recipients. */
  announce(to: readonly Uin[] | 'everybodyHere', messageKind: number, text: Uint8Array): Promise<number>
  /** Complains when no server runs, as `links` and `chronicle` do. */
  status(): Status
  /** Everybody who is signed on, by number. */
  links(): readonly LinkRow[]
  chronicle(): Answer<'chronicle'>
  /** Who may get a number from a client; of a stopped server, when it starts. */
  registration(): RegistrationMode
  setRegistration(mode: RegistrationMode): void
}

/** What the handlers of requests work with. */
export interface Registry {
  readonly store: SqlStore
  readonly hasher: Hasher
  readonly server: Server
  /** Where the server listens, or would listen. */
  readonly udp: Endpoint
  /** The name by which it is reached. */
  readonly hostName?: string | undefined
  /** A flag or a variable says who may register. */
  readonly isRegistrationFixed: boolean
  /** How people are taken to write of whom nobody has said it, and whose texts do not tell. */
  readonly codePage: CodePageName
  /** What every new account finds as its first message. */
  readonly welcome: string | undefined
}
