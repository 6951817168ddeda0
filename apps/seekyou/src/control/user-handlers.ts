import { messageKind, type Uin } from '@seekyou/language'
import type { ImportRow, RequestName, UserChanges } from '@seekyou/office'
import { type Hasher, textMax } from '@seekyou/service'
import type { AccountChanges, ListedAccount, NewAccount } from '@seekyou/store-sql'
import { type CodePageName, codePage } from '@seekyou/wire'
import { Complaint, misuse } from '../complaint.ts'
import { knownCodePage } from '../known-code-page.ts'
import { numbered, pageOf, recordOf, rowOf } from './account-row.ts'
import { type InfoText, infoBytes, passwordBytes } from './account-text.ts'
import { withLineEnds } from './broadcast.ts'
import { findUsers } from './find-users.ts'
import type { Handlers } from './handler.ts'
import type { Registry } from './registry.ts'

/** As many accounts are read at a time. */
const pageSize = 500
/** So long whoever is removed can be restored. */
const graceMs = 7 * 24 * 3_600_000

/** The requests that are about accounts. */
export const userHandlers: Handlers<Extract<RequestName, `${string}User` | `${string}Users`>> = {
  async addUser({ uin, nick, password, codePage }, registry) {
    const page = knownCodePage(codePage ?? registry.codePage)
    infoBytes('nick', nick, page)
    const passwordHash = await registry.hasher.hashPassword({ password: passwordBytes(password, page) })
    const account = recordOf({ nick, codePage }, page)
    const greeting = welcomeBytes(registry.welcome, page)
    const added = await registry.store.addAccount({ ...account, ...numbered(uin), passwordHash })
    if (greeting) await welcome(added, greeting, registry)
    return { uin: added }
  },

  async listUsers({ after = 0 }, { store, server, codePage }) {
    const accounts = await store.listAccounts(after, pageSize)
    return { rows: accounts.map((account) => rowOf(account, codePage, server)), next: nextAfter(accounts) }
  },

  findUsers,

  async showUser({ uin }, { store, server, codePage }) {
    return { user: rowOf(await store.readAccount(uin as Uin), codePage, server) }
  },

  async setUser({ uin, password, ...changes }, { store, hasher, server, codePage }) {
    const page = await pageToWrite(uin as Uin, changes.codePage, store, codePage)
    const bytes = password === undefined ? undefined : passwordBytes(password, page)
    const passwordHash = bytes && { passwordHash: await hasher.hashPassword({ password: bytes }) }
    await store.setAccount(uin as Uin, { ...changesOf(changes, page), ...passwordHash })
    await server.accountChanged(uin as Uin)
    if (passwordHash) server.forceOff(uin as Uin)
    return {}
  },

  async banUser({ uin, reason }, { store, server }) {
    await store.setAccount(uin as Uin, { ban: { at: Date.now(), reason } })
    server.forceOff(uin as Uin)
    return {}
  },

  async unbanUser({ uin }, { store }) {
    const { ban } = await store.readAccount(uin as Uin)
    if (!ban) throw new Complaint(`${uin} is not banned.`)
    await store.setAccount(uin as Uin, { ban: undefined })
    return {}
  },

  async kickUser({ uin }, { store, server }) {
    server.status()
    await store.readAccount(uin as Uin)
    if (!server.forceOff(uin as Uin)) throw new Complaint(`${uin} is not on line.`)
    return {}
  },

  async removeUser({ uin, now }, { store, server }) {
    const leavesAt = now ? undefined : await leave(uin as Uin, store)
    if (now) await store.removeAccount(uin as Uin)
    server.forceOff(uin as Uin)
    return { leavesAt }
  },

  async restoreUser({ uin }, { store }) {
    const { leavesAt } = await store.readAccount(uin as Uin)
    if (leavesAt === undefined) throw new Complaint(`${uin} is not to be removed, so there is nothing to take back.`)
    await store.setAccount(uin as Uin, { leavesAt: undefined })
    return {}
  },

  async importUsers({ rows }, { store, hasher, codePage }) {
    const refused: { line: number; because: string }[] = []
    const ready: { line: number; account: NewAccount }[] = []
    await Promise.all(
      rows.map(async (row) => {
        try {
          ready.push({ line: row.line, account: await accountFrom(row, hasher, codePage) })
        } catch (error) {
          if (!(error instanceof Complaint)) throw error
          refused.push({ line: row.line, because: error.message })
        }
      }),
    )
    ready.sort((a, b) => a.line - b.line)
    const added = await store.addAccounts(ready.map(({ account }) => account))
    for (const [at, { line }] of ready.entries()) {
      const one = added[at]
      if (one && 'refused' in one) refused.push({ line, because: `The number ${one.uin} is ${one.refused}.` })
    }
    refused.sort((a, b) => a.line - b.line)
    return { added: rows.length - refused.length, refused }
  },

  async exportUsers({ after = 0 }, { store, server, codePage }) {
    const accounts = await store.listAccounts(after, pageSize)
    const rows = accounts.map((account) => {
      const { waiting, isOnline, lastOnAt, ...row } = rowOf(account, codePage, server)
      return { ...row, passwordHash: account.passwordHash }
    })
    return { rows, next: nextAfter(accounts) }
  },
}

async function leave(uin: Uin, store: Registry['store']): Promise<number> {
  const before = (await store.readAccount(uin)).leavesAt
  if (before !== undefined) {
    const day = new Date(before).toISOString().slice(0, 10)
    throw new Complaint(`${uin} is to be removed already, on ${day}: restore it, or remove it at once.`)
  }
  const leavesAt = Date.now() + graceMs
  await store.setAccount(uin, { leavesAt })
  return leavesAt
}

const nextAfter = (accounts: readonly ListedAccount[]): number | undefined =>
  accounts.length < pageSize ? undefined : accounts.at(-1)?.uin

/** What the code page of a newcomer lacks becomes a question mark. */
function welcomeBytes(text: string | undefined, page: CodePageName): Uint8Array | undefined {
  if (text === undefined) return undefined
  const bytes = codePage(page).encode(withLineEnds(text))
  if (bytes.length <= textMax) return bytes
  throw misuse(
    `The welcome message has ${bytes.length} bytes in ${page}: a message has at most ${textMax}. Shorten it.`,
  )
}

async function welcome(uin: Uin, text: Uint8Array, { server }: Registry): Promise<void> {
  try {
    await server.announce([uin], messageKind.text, text)
  } catch (cause) {
    throw new Complaint(`Added ${uin}, but without its welcome message: ${String(cause)}`)
  }
}

async function accountFrom(
  { line, uin, password, passwordHash, ...row }: ImportRow,
  hasher: Hasher,
  otherwise: CodePageName,
): Promise<NewAccount> {
  if (row.codePage !== undefined) knownCodePage(row.codePage)
  const page = knownCodePage(row.readAs ?? row.codePage ?? otherwise)
  const account = recordOf(row, page)
  const hash = passwordHash ?? (await hasher.hashPassword({ password: passwordBytes(password ?? '', page) }))
  return { ...account, ...numbered(uin), passwordHash: hash }
}

/** How the owner writes: as is said in the same breath, as was said before, or as it looks. */
async function pageToWrite(
  uin: Uin,
  said: string | undefined,
  store: Registry['store'],
  otherwise: CodePageName,
): Promise<CodePageName> {
  if (said !== undefined && said !== 'guess') return knownCodePage(said)
  const account = await store.readAccount(uin)
  return pageOf(said === 'guess' ? { ...account, codePage: undefined } : account, otherwise)
}

function changesOf(changes: Omit<UserChanges, 'password'>, page: CodePageName): AccountChanges {
  const { codePage, authorization, publishEmail, searchable, direct, storedMax, limits } = changes
  const text = (name: InfoText) => {
    const said = changes[name]
    return said === undefined ? {} : { [name]: infoBytes(name, said, page) }
  }
  return {
    info: {
      ...text('nick'),
      ...text('first'),
      ...text('last'),
      ...text('email'),
      ...(authorization === undefined ? {} : { needsAuthorization: authorization }),
    },
    settings: {
      ...(publishEmail === undefined ? {} : { publishesEmail: publishEmail }),
      ...(direct === undefined ? {} : { direct: direct === 'default' ? undefined : direct }),
      ...(storedMax === undefined ? {} : { storedMax: storedMax === 'default' ? undefined : storedMax }),
      ...(limits === undefined ? {} : { isLimited: limits }),
    },
    ...(searchable === undefined ? {} : { hides: !searchable }),
    ...(codePage === undefined ? {} : { codePage: codePage === 'guess' ? undefined : page }),
  }
}
