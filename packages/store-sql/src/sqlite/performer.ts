import { addAccounts, listAccounts, removeAccount, setAccount } from '../administration/accounts.ts'
import { createAccount } from '../administration/create-account.ts'
import { addInvite, listInvites, removeInvite } from '../administration/invites.ts'
import { changePassword, updateExtInfo, updateInfo } from '../administration/profiles.ts'
import type { CallName, Calls, Posted } from '../calls.ts'
import type { OpenOptions } from '../open-store.ts'
import { committer } from './committer.ts'
import { contactKeeper } from './contacts.ts'
import { messageExpirer } from './expire-messages.ts'
import { accountFinder } from './find-account.ts'
import { profileFinder } from './find-profile.ts'
import { formerLinksReader } from './former-links.ts'
import type { Opened } from './open-database.ts'
import { limitSize, readSettings } from './pragmas.ts'
import { userSearcher } from './search-users.ts'
import { transaction } from './transaction.ts'
import { waitingMessagesReader } from './waiting-messages.ts'

type Performers = { readonly [Name in CallName]: (ask: Calls[Name]['ask']) => Answer<Name> | Promise<Answer<Name>> }
type Answer<Name extends CallName> = Calls[Name]['answer']

/** Carries out any call. Throws what went wrong. */
export function performer(opened: Opened, options: OpenOptions): (call: Posted) => unknown {
  const { database, kysely } = opened
  const now = () => Date.now()
  const whole = <Result>(work: () => Result | Promise<Result>) => transaction(database, work)
  const contacts = contactKeeper(database)
  const expire = messageExpirer(database)
  const formerLinks = formerLinksReader(database)
  const performers: Performers = {
    findAccount: accountFinder(database),
    waitingMessages: waitingMessagesReader(database),
    commit: committer(opened),
    findProfile: profileFinder(database),
    searchUsers: userSearcher(database),
    updateInfo: (ask) => whole(() => updateInfo(kysely, ask)),
    updateExtInfo: (ask) => whole(() => updateExtInfo(kysely, ask)),
    changePassword: (ask) => whole(() => changePassword(kysely, ask)),
    rememberContacts: (ask) => whole(() => contacts.remember(ask)),
    allowContact: (ask) => whole(() => contacts.allow(ask)),
    createAccount: (ask) => whole(() => createAccount(kysely, ask, options, now())),
    addAccounts: ({ accounts }) => whole(() => addAccounts(kysely, accounts, options, now())),
    listAccounts: (ask) => listAccounts(kysely, ask),
    setAccount: ({ uin, changes }) => whole(() => setAccount(kysely, uin, changes)),
    removeAccount: ({ uin }) => whole(() => removeAccount(kysely, uin, now())),
    expireMessages: (ask) => whole(() => expire(ask)),
    formerLinks: (ask) => whole(() => formerLinks(ask)),
    addInvite: (ask) => whole(() => addInvite(kysely, ask, now())),
    listInvites: () => listInvites(kysely),
    removeInvite: ({ code }) => whole(() => removeInvite(kysely, code)),
    limitSize: ({ bytes }) => limitSize(database, bytes),
    settings: () => readSettings(database),
    // SQLite moves everything from the log into the database file when it closes.
    close: () => void database.close(),
  }
  return ([name, ask]) => performers[name](ask as never)
}
