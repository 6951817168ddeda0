import { addAccounts, exportAccounts, listAccounts, removeAccount, setAccount } from '../administration/accounts.ts'
import { createAccount } from '../administration/create-account.ts'
import { addInvite, listInvites, removeInvite } from '../administration/invites.ts'
import type { CallName, Calls, Posted } from '../calls.ts'
import type { OpenOptions } from '../open-store.ts'
import { committer } from './committer.ts'
import { accountFinder } from './find-account.ts'
import type { Opened } from './open-database.ts'
import { limitSize, readSettings } from './pragmas.ts'
import { transaction } from './transaction.ts'
import { waitingMessagesReader } from './waiting-messages.ts'

type Performers = { readonly [Name in CallName]: (ask: Calls[Name]['ask']) => Answer<Name> | Promise<Answer<Name>> }
type Answer<Name extends CallName> = Calls[Name]['answer']

/** Carries out any call. Throws what went wrong. */
export function performer(opened: Opened, options: OpenOptions): (call: Posted) => unknown {
  const { database, kysely } = opened
  const now = () => Date.now()
  const performers: Performers = {
    findAccount: accountFinder(database),
    waitingMessages: waitingMessagesReader(database),
    commit: committer(opened),
    createAccount: (ask) => transaction(database, () => createAccount(kysely, ask, options, now())),
    addAccounts: ({ accounts }) => transaction(database, () => addAccounts(kysely, accounts, options, now())),
    listAccounts: () => listAccounts(kysely),
    exportAccounts: () => exportAccounts(kysely),
    setAccount: ({ uin, changes }) => transaction(database, () => setAccount(kysely, uin, changes)),
    removeAccount: ({ uin }) => transaction(database, () => removeAccount(kysely, uin, now())),
    addInvite: (ask) => transaction(database, () => addInvite(kysely, ask, now())),
    listInvites: () => listInvites(kysely),
    removeInvite: ({ code }) => transaction(database, () => removeInvite(kysely, code)),
    limitSize: ({ bytes }) => limitSize(database, bytes),
    settings: () => readSettings(database),
    // SQLite moves everything from the log into the database file when it closes.
    close: () => void database.close(),
  }
  return ([name, ask]) => performers[name](ask as never)
}
