import { Worker } from 'node:worker_threads'
import { firstPersonalUin, isUin, type Uin, type WallMillis } from '@seekyou/language'
import type { FormerLink, FormerLinks, Store } from '@seekyou/service'
import type { AccountChanges, Added, Invite, ListedAccount, Maker, NewAccount, Sought } from './accounts.ts'
import type { Calls, Settings } from './calls.ts'
import { UinRemoved, UinReserved, UinTaken } from './errors.ts'
import { Line } from './line.ts'
import { nearOffice, type OfficeStore } from './near-office.ts'
import { packMessages, unpackMessages } from './packed-messages.ts'
import { unknownUin } from './unknown-uin.ts'

export interface StoreOptions {
  /** Where `seekyou.db` lies. Made if it is missing. */
  readonly folder: string
  /** The lowest number that new accounts get by themselves. */
  readonly firstUin?: number
  /** How long to wait for another process to let go of the database, in milliseconds. */
  readonly waitMs?: number
}

/** What the thread with the database is told when it starts. */
export type OpenOptions = Required<StoreOptions>

/**
 * The store of the service, and the administration of accounts and invites. Calls are carried out one after another in the
 * order in which they were made. A call that the disk refuses rejects with `Unavailable` and has changed nothing; the next
 * call tries again. At most 10,000 calls wait; further ones are `Unavailable` at once.
 */
export interface SqlStore extends Store, OfficeStore {
  /** Where `seekyou.db` lies. */
  readonly folder: string
  /** Greater than the id of every message that was ever kept or forgotten here, whatever crashed since. */
  readonly nextMessageId: number
  /** How many calls wait for an answer. */
  readonly waitingCalls: number
  /** Adds one account. Rejects with `UinTaken`, `UinRemoved` or `UinReserved`. */
  addAccount(account: NewAccount): Promise<Uin>
  /** Adds what can be added, in one transaction, and says for each account what became of it. */
  addAccounts(accounts: readonly NewAccount[]): Promise<readonly Added[]>
  /** Accounts by number, the next `most` after number `after`. */
  listAccounts(after: number, most: number): Promise<readonly ListedAccount[]>
  /** The account with everything that belongs to it. Rejects with `UinUnknown`. */
  readAccount(uin: Uin): Promise<ListedAccount>
  /** Those of these accounts that there are, by number. */
  readAccounts(uins: readonly Uin[]): Promise<readonly ListedAccount[]>
  /**
   * Accounts that fit, by number, the next `most` after number `after`, and how many there are in all; of all with a living link,
   * which only a server can count in no time, 0.
   */
  findAccounts(
    sought: Sought,
    after: number,
    most: number,
  ): Promise<{ readonly accounts: readonly ListedAccount[]; readonly total: number }>
  /** Changes what is given. Rejects with `UinUnknown`. */
  setAccount(uin: Uin, changes: AccountChanges): Promise<void>
  /** Deletes an account with its waiting messages. Its number is never given out again. Rejects with `UinUnknown`. */
  removeAccount(uin: Uin): Promise<void>
  /** Removes the accounts that were to leave by this time, and says which. */
  removeLeavers(at: WallMillis): Promise<readonly Uin[]>
  /** Removes the waiting messages that were accepted before a time, a few at a time. Resolves to how many there were. */
  expireMessages(olderThan: WallMillis): Promise<number>
  /** What a node finds of the one before it, to be asked once when it starts. Which links ended long ago is forgotten then. */
  formerLinks(): Promise<FormerLinks>
  /**
   * Adds a code that makes `uses` accounts (1 if left out). What an account has made and is used up or expired is forgotten when it
   * makes another. Rejects with `InviteTaken` or `TooManyInvites`.
   */
  addInvite(
    code: string,
    about?: { readonly uses?: number; readonly expiresAt?: WallMillis; readonly maker?: Maker },
  ): Promise<void>
  /** All invites, the oldest first, used-up and expired ones included. */
  listInvites(): Promise<readonly Invite[]>
  /** The invites that an account has made, the oldest first. */
  invitesOf(uin: Uin): Promise<readonly Invite[]>
  /** False when there was no such invite. */
  removeInvite(code: string): Promise<boolean>
  /** Lets the file grow to this many bytes and no further (never below its present size). `Infinity`: no limit. */
  limitSize(bytes: number): Promise<void>
  settings(): Promise<Settings>
  /** Carries out what was asked before, tidies the file up and lets go of it. */
  close(): Promise<void>
}

const defaultFirstUin = 100_000
/** So many accounts are removed in one transaction, in which nobody else is answered. */
const leaversAtOnce = 20

/**
 * Opens the store in `folder`, makes it if it is missing, and brings an older one up to date after a backup copy was made
 * beside it. Rejects with `StoreBusy`, `StoreTooNew`, `StoreDamaged` or `StoreUnusable`, each with a sentence for the operator.
 */
export async function openStore(options: StoreOptions): Promise<SqlStore> {
  const { folder, firstUin = defaultFirstUin, waitMs = 0 } = options
  if (!isUin(firstUin) || firstUin < firstPersonalUin) {
    throw new RangeError(`The first UIN cannot be ${firstUin}: choose a whole number from ${firstPersonalUin} on.`)
  }
  const workerData: OpenOptions = { folder, firstUin, waitMs }
  const program = new URL('./worker.ts', import.meta.url)
  // Once compiled, the thread's program has the ending of this one.
  if (import.meta.url.endsWith('.js')) program.pathname = program.pathname.replace(/\.ts$/, '.js')
  // Flags for the main program (such as --input-type) need not make sense for the thread.
  const worker = new Worker(program, { workerData, name: 'store', execArgv: [] })
  const closed = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const line = new Line(worker)
  try {
    return storeAt(line, folder, await line.nextAnswer<number>(), closed)
  } catch (error) {
    await closed
    throw error
  }
}

function storeAt(line: Line, folder: string, nextMessageId: number, closed: Promise<void>): SqlStore {
  let closing: Promise<void> | undefined
  const close = async () => {
    await line.call('close', {})
    await closed
  }
  return {
    ...nearOffice(line),
    folder,
    nextMessageId,
    get waitingCalls() {
      return line.waiting
    },
    findAccount: (ask) => line.call('findAccount', ask),
    createAccount: (ask) => line.call('createAccount', ask),
    waitingMessages: async (ask) => unpackMessages(await line.call('waitingMessages', ask)),
    commit: ({ keep, ...rest }) => {
      const packed = packMessages(keep)
      return line.call('commit', { ...rest, keep: packed }, [packed])
    },
    findProfile: (ask) => line.call('findProfile', ask),
    searchUsers: (ask) => line.call('searchUsers', ask),
    updateInfo: (ask) => line.call('updateInfo', ask),
    updateExtInfo: (ask) => line.call('updateExtInfo', ask),
    changePassword: (ask) => line.call('changePassword', ask),
    rememberContacts: (ask) => line.call('rememberContacts', ask),
    allowContact: (ask) => line.call('allowContact', ask),
    addAccount: async (account) => {
      const [added] = (await line.call('addAccounts', { accounts: [account] })) as [Added]
      if ('refused' in added) throw refusal(added.uin, added.refused)
      return added.uin
    },
    addAccounts: (accounts) => line.call('addAccounts', { accounts }),
    listAccounts: (after, most) => line.call('listAccounts', { after, most }),
    readAccount: async (uin) => {
      const [account] = await line.call('listAccounts', { after: uin - 1, most: 1 })
      if (account?.uin !== uin) throw unknownUin(uin)
      return account
    },
    readAccounts: (uins) => line.call('readAccounts', { uins }),
    findAccounts: (sought, after, most) => line.call('findAccounts', { ...sought, after, most }),
    setAccount: (uin, changes) => line.call('setAccount', { uin, changes }),
    removeAccount: (uin) => line.call('removeAccount', { uin }),
    removeLeavers: async (at) => {
      const all: Uin[] = []
      for (;;) {
        const removed = await line.call('removeLeavers', { at, most: leaversAtOnce })
        all.push(...removed)
        if (removed.length < leaversAtOnce) return all
      }
    },
    expireMessages: async (olderThan) => {
      let total = 0
      let after: number | undefined = -1
      while (after !== undefined) {
        const slice: Calls['expireMessages']['answer'] = await line.call('expireMessages', { olderThan, after })
        total += slice.removed
        after = slice.after
      }
      return total
    },
    formerLinks: async () => {
      let page = await line.call('formerLinks', { after: 0 })
      const { at, ended } = page
      const links: FormerLink[] = [...page.links]
      while (page.after !== undefined) {
        page = await line.call('formerLinks', { after: page.after })
        for (const link of page.links) links.push(link)
      }
      return { at, links, ended }
    },
    addInvite: (code, { uses = 1, expiresAt, maker } = {}) => line.call('addInvite', { code, uses, expiresAt, maker }),
    listInvites: () => line.call('listInvites', {}),
    invitesOf: (uin) => line.call('invitesOf', { uin }),
    removeInvite: (code) => line.call('removeInvite', { code }),
    limitSize: (bytes) => line.call('limitSize', { bytes }),
    settings: () => line.call('settings', {}),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

function refusal(uin: Uin, because: 'taken' | 'removed' | 'reserved'): Error {
  switch (because) {
    case 'taken':
      return new UinTaken(
        `There is already an account ${uin}. Choose another number, or leave it out to get the next free one.`,
      )
    case 'removed':
      return new UinRemoved(
        `The number ${uin} belonged to an account that was removed and is never given out again. Choose another.`,
      )
    case 'reserved':
      return new UinReserved(`The number ${uin} is reserved. Choose one from ${firstPersonalUin} on.`)
  }
}
