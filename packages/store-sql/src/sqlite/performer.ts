import {
  addAccounts,
  listAccounts,
  readAccounts,
  removeAccount,
  removeLeavers,
  setAccount,
} from '../administration/accounts.ts'
import * as administrators from '../administration/administrators.ts'
import { listAudit, writeAudit } from '../administration/audit.ts'
import { contactList, keepSettings, nameContacts, readSettings } from '../administration/belongings.ts'
import { keepChoice, readChoice } from '../administration/choices.ts'
import { createAccount } from '../administration/create-account.ts'
import { addInvite, invitesOf, listInvites, removeInvite } from '../administration/invites.ts'
import { changePassword, updateExtInfo, updateInfo } from '../administration/profiles.ts'
import type { CallName, Calls, Posted } from '../calls.ts'
import type { OpenOptions } from '../open-store.ts'
import { backUpMaker } from './back-up.ts'
import { committer } from './committer.ts'
import { contactKeeper } from './contacts.ts'
import { messageExpirer } from './expire-messages.ts'
import { accountFinder } from './find-account.ts'
import { accountsFinder } from './find-accounts.ts'
import { profileFinder } from './find-profile.ts'
import { formerLinksReader } from './former-links.ts'
import type { Opened } from './open-database.ts'
import { limitSize, readSettings as readPragmas } from './pragmas.ts'
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
  const findAccounts = accountsFinder(database)
  const backUp = backUpMaker(database)
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
    readAccounts: ({ uins }) => readAccounts(kysely, uins),
    findAccounts: async (ask) => {
      const { uins, total } = findAccounts(ask)
      return { accounts: await readAccounts(kysely, uins), total }
    },
    setAccount: ({ uin, changes }) => whole(() => setAccount(kysely, uin, changes)),
    removeAccount: ({ uin }) => whole(() => removeAccount(kysely, uin, now())),
    removeLeavers: (ask) => whole(() => removeLeavers(kysely, ask)),
    expireMessages: (ask) => whole(() => expire(ask)),
    formerLinks: (ask) => whole(() => formerLinks(ask)),
    addInvite: (ask) => whole(() => addInvite(kysely, ask, now())),
    listInvites: () => listInvites(kysely),
    invitesOf: ({ uin }) => invitesOf(kysely, uin),
    removeInvite: ({ code }) => whole(() => removeInvite(kysely, code)),
    contactList: (ask) => contactList(kysely, ask),
    nameContacts: (ask) => whole(() => nameContacts(kysely, ask)),
    readSettings: (ask) => readSettings(kysely, ask),
    keepSettings: (ask) => whole(() => keepSettings(kysely, ask)),
    readChoice: (ask) => readChoice(kysely, ask),
    keepChoice: (ask) => whole(() => keepChoice(kysely, ask)),
    addAdministrator: (ask) => whole(() => administrators.addAdministrator(kysely, ask, now())),
    listAdministrators: () => administrators.listAdministrators(kysely),
    setAdministratorPassword: (ask) => whole(() => administrators.setAdministratorPassword(kysely, ask)),
    removeAdministrator: (ask) => whole(() => administrators.removeAdministrator(kysely, ask)),
    addToken: (ask) => whole(() => administrators.addToken(kysely, ask, now())),
    useToken: (ask) => administrators.useToken(kysely, ask, now()),
    listTokens: () => administrators.listTokens(kysely),
    removeToken: (ask) => whole(() => administrators.removeToken(kysely, ask)),
    writeAudit: (ask) => whole(() => writeAudit(kysely, ask, now())),
    listAudit: (ask) => listAudit(kysely, ask),
    beginBackUp: (ask) => backUp.begin(ask),
    lookAtBackUp: () => backUp.look(),
    limitSize: ({ bytes }) => limitSize(database, bytes),
    settings: () => readPragmas(database),
    close: async () => {
      // A connection that is being copied would go on living, and keep the file locked.
      await backUp.ended()
      // SQLite moves everything from the log into the database file when it closes.
      database.close()
    },
  }
  return ([name, ask]) => performers[name](ask as never)
}
