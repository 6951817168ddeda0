import type { Uin, WallMillis } from '@seekyou/language'
import type { FormerLinks, Needs, StoreNeedName } from '@seekyou/service'
import type { AccountChanges, Added, Invite, ListedAccount, Maker, NewAccount, Sought } from './accounts.ts'
import type { Failure } from './failure.ts'
import type { Administrator, AuditLine, ChoiceName, NamedContact, Token } from './office.ts'
import type { PackedMessages } from './packed-messages.ts'

/** What the service asks, as it stands; messages travel packed. */
type Asked = Pick<Needs, Exclude<StoreNeedName, 'waitingMessages' | 'commit'>>

/** Everything that the thread with the database can be asked, with its answer. One posted message each way per call. */
export interface Calls extends Asked {
  waitingMessages: { ask: Needs['waitingMessages']['ask']; answer: PackedMessages }
  commit: {
    ask: Omit<Needs['commit']['ask'], 'keep'> & { keep: PackedMessages }
    answer: Needs['commit']['answer']
  }
  addAccounts: { ask: { accounts: readonly NewAccount[] }; answer: readonly Added[] }
  listAccounts: { ask: { after: number; most: number }; answer: readonly ListedAccount[] }
  readAccounts: { ask: { uins: readonly number[] }; answer: readonly ListedAccount[] }
  findAccounts: {
    ask: Sought & { after: number; most: number }
    answer: { accounts: readonly ListedAccount[]; total: number }
  }
  setAccount: { ask: { uin: Uin; changes: AccountChanges }; answer: undefined }
  removeAccount: { ask: { uin: Uin }; answer: undefined }
  removeLeavers: { ask: { at: WallMillis; most: number }; answer: readonly Uin[] }
  /** Looks at the next few messages after one; `after` is then where to go on, undefined at the end. */
  expireMessages: {
    ask: { olderThan: WallMillis; after: number }
    answer: { removed: number; after: number | undefined }
  }
  /** The next few links after one; `after` is then where to go on, undefined at the end. What ended comes with the first. */
  formerLinks: { ask: { after: number }; answer: FormerLinks & { after: number | undefined } }
  addInvite: {
    ask: { code: string; uses: number; expiresAt: number | undefined; maker: Maker | undefined }
    answer: undefined
  }
  listInvites: { ask: object; answer: readonly Invite[] }
  invitesOf: { ask: { uin: Uin }; answer: readonly Invite[] }
  removeInvite: { ask: { code: string }; answer: boolean }
  contactList: { ask: { uin: Uin }; answer: readonly NamedContact[] }
  nameContacts: { ask: { uin: Uin; contacts: readonly NamedContact[] }; answer: undefined }
  readSettings: { ask: { uin: Uin }; answer: string | undefined }
  keepSettings: { ask: { uin: Uin; settings: string }; answer: undefined }
  readChoice: { ask: { name: ChoiceName }; answer: string | undefined }
  keepChoice: { ask: { name: ChoiceName; value: string }; answer: undefined }
  addAdministrator: { ask: { name: string; passwordHash: string }; answer: undefined }
  listAdministrators: { ask: object; answer: readonly Administrator[] }
  setAdministratorPassword: { ask: { name: string; passwordHash: string }; answer: boolean }
  removeAdministrator: { ask: { name: string }; answer: 'removed' | 'unknown' | 'last' }
  addToken: { ask: { name: string; hash: string }; answer: undefined }
  useToken: { ask: { hash: string }; answer: string | undefined }
  listTokens: { ask: object; answer: readonly Token[] }
  removeToken: { ask: { name: string }; answer: boolean }
  writeAudit: { ask: Omit<AuditLine, 'id' | 'at'>; answer: undefined }
  listAudit: { ask: { before: number | undefined; most: number }; answer: readonly AuditLine[] }
  beginBackUp: { ask: { file: string }; answer: undefined }
  /** How many bytes the copy has that was begun last. */
  lookAtBackUp: { ask: object; answer: 'underWay' | number }
  limitSize: { ask: { bytes: number }; answer: undefined }
  settings: { ask: object; answer: Settings }
  close: { ask: object; answer: undefined }
}

export type CallName = keyof Calls

/** A call as it is posted. */
export type Posted = readonly [name: CallName, ask: Calls[CallName]['ask']]

/** What comes back, in the order of the calls. */
export type Reply = { readonly answer: unknown } | { readonly failure: Failure }

/** How the database is set up, read back from SQLite: names and numbers of the pragmas of the same names. */
export interface Settings {
  /** `wal` */
  readonly journalMode: string
  /** 2 is FULL: the disk has a commit before it is answered. */
  readonly synchronous: number
  /** `exclusive` */
  readonly lockingMode: string
  readonly foreignKeys: boolean
  readonly sqliteVersion: string
}
