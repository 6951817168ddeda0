import { randomInt } from 'node:crypto'
import type { Uin } from '@seekyou/language'
import type { Hasher } from '@seekyou/service'
import type { NewAccount, SqlStore } from '@seekyou/store-sql'
import { Complaint, misuse } from '../complaint.ts'
import { knownCodePage } from '../known-code-page.ts'
import { checkNick, defaultCodePage, passwordBytes } from './account-text.ts'
import type { Answer, Ask, ImportRow, Meet, RequestName } from './requests.ts'
import { storeInWords } from './store-in-words.ts'

/** What the handlers work with: the store, the hasher, and a way to sign somebody off who is on line. */
export interface Registry {
  readonly store: SqlStore
  readonly hasher: Hasher
  forceOff(uin: number): void
}

/** Meets the requests of the command line next to the store. */
export function meetRequests(registry: Registry): Meet {
  return async (name, ask) => {
    if (!Object.hasOwn(handlers, name)) {
      throw new Complaint(`The running server does not know ${name}: it is of another version, so restart it.`)
    }
    try {
      return await handlers[name](ask, registry)
    } catch (error) {
      throw storeInWords(error)
    }
  }
}

type Handlers = { readonly [Name in RequestName]: (ask: Ask<Name>, registry: Registry) => Promise<Answer<Name>> }

const handlers: Handlers = {
  async addUser({ uin, nick, password, codePage = defaultCodePage }, { store, hasher }) {
    const page = knownCodePage(codePage)
    checkNick(nick, page)
    const passwordHash = await hasher.hashPassword({ password: passwordBytes(password, page) })
    return { uin: await store.addAccount({ ...numbered(uin), nick, passwordHash, codePage: page }) }
  },

  async listUsers(_, { store }) {
    return { users: await store.listAccounts() }
  },

  async setUser({ uin, nick, password, codePage }, { store, hasher, forceOff }) {
    const page = knownCodePage(codePage ?? (await codePageOf(uin, store)))
    if (nick !== undefined) checkNick(nick, page)
    const bytes = password === undefined ? undefined : passwordBytes(password, page)
    await store.setAccount(uin as Uin, {
      ...(nick === undefined ? {} : { nick }),
      ...(codePage === undefined ? {} : { codePage: page }),
      ...(bytes === undefined ? {} : { passwordHash: await hasher.hashPassword({ password: bytes }) }),
    })
    if (bytes !== undefined) forceOff(uin)
    return {}
  },

  async removeUser({ uin }, { store, forceOff }) {
    await store.removeAccount(uin as Uin)
    forceOff(uin)
    return {}
  },

  async importUsers({ rows }, { store, hasher }) {
    const refused: { line: number; because: string }[] = []
    const ready: { line: number; account: NewAccount }[] = []
    await Promise.all(
      rows.map(async (row) => {
        try {
          ready.push({ line: row.line, account: await accountFrom(row, hasher) })
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

  async exportUsers(_, { store }) {
    return { accounts: await store.exportAccounts() }
  },

  async addInvite({ code = readableCode(), uses, expiresAt }, { store }) {
    if (!/^[\x21-\x7e]{1,8}$/.test(code)) {
      throw misuse(
        'A code has 1 to 8 letters, digits or signs and no spaces, so that it fits the password field of a client.',
      )
    }
    await store.addInvite(code, { uses, ...(expiresAt === undefined ? {} : { expiresAt }) })
    return { code }
  },

  async listInvites(_, { store }) {
    return { invites: await store.listInvites() }
  },

  async removeInvite({ code }, { store }) {
    if (!(await store.removeInvite(code))) throw new Complaint(`There is no invite ${code}.`)
    return {}
  },
}

async function accountFrom(
  { uin, nick, password, passwordHash, codePage = defaultCodePage }: ImportRow,
  hasher: Hasher,
): Promise<NewAccount> {
  const page = knownCodePage(codePage)
  checkNick(nick, page)
  const hash = passwordHash ?? (await hasher.hashPassword({ password: passwordBytes(password ?? '', page) }))
  return { ...numbered(uin), nick, passwordHash: hash, codePage: page }
}

async function codePageOf(uin: number, store: SqlStore): Promise<string> {
  const account = (await store.listAccounts()).find((one) => one.uin === uin)
  return account?.codePage ?? defaultCodePage
}

const numbered = (uin: number | undefined): { uin?: Uin } => (uin === undefined ? {} : { uin: uin as Uin })

/** Eight characters that nobody confuses when they are read aloud or copied by hand. */
function readableCode(): string {
  const characters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 8 }, () => characters[randomInt(characters.length)]).join('')
}
