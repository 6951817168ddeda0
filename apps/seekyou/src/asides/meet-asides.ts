import type { Uin } from '@seekyou/language'
import {
  type AsideAnswer,
  type AsideAsk,
  type AsideName,
  type Asides,
  asides,
  type RegistrationMode,
  readAsk,
} from '@seekyou/office'
import type { ListedAccount, SqlStore } from '@seekyou/store-sql'
import type { CodePageName } from '@seekyou/wire'
import { Complaint, misuse } from '../complaint.ts'
import { pageOf } from '../control/account-row.ts'
import { storeInWords } from '../control/store-in-words.ts'
import { knownCodePage } from '../known-code-page.ts'
import { readableCode } from '../registration/readable-code.ts'

/** What the handlers of asides work with: a part of the registry. */
export interface AsideRegistry {
  readonly store: SqlStore
  readonly server: { registration(): RegistrationMode }
}

type AsideHandlers = {
  readonly [Name in AsideName]: (uin: Uin, ask: AsideAsk<Name>, registry: AsideRegistry) => Promise<AsideAnswer<Name>>
}

/** As many invites that nobody has used may one account have, each for a week. */
const openInvitesMax = 3
const inviteMs = 7 * 24 * 3_600_000

/** Meets what somebody who is signed on asks beside the datagrams. Rejects with a `Complaint` when it is refused. */
export function meetAsides(registry: AsideRegistry): (uin: Uin, name: string, ask: unknown) => Promise<unknown> {
  return async (uin, name, ask) => {
    if (!Object.hasOwn(asides, name)) throw misuse(`This server does not know ${name.slice(0, 40)}.`)
    const known = name as AsideName
    const read = readAsk(asides[known], ask)
    if ('complaint' in read) throw misuse(read.complaint)
    try {
      return await (handlers[known] as AsideHandlers[keyof Asides])(uin, read.ask as never, registry)
    } catch (error) {
      throw storeInWords(error)
    }
  }
}

const handlers: AsideHandlers = {
  async contactList(uin, _, { store }) {
    const contacts = await store.contactList(uin)
    return {
      contacts: contacts.map(({ uin, name, group }) => ({
        uin,
        ...(name === '' ? {} : { name }),
        ...(group === '' ? {} : { group }),
      })),
    }
  },

  async nameContacts(uin, { contacts }, { store }) {
    await store.nameContacts(
      uin,
      contacts.map((contact) => ({ ...contact, uin: contact.uin as Uin })),
    )
    return {}
  },

  async settings(uin, _, { store }) {
    return { settings: await store.readSettings(uin) }
  },

  async keepSettings(uin, { settings }, { store }) {
    await store.keepSettings(uin, settings)
    return {}
  },

  async codePages(_, { uins }, { store }) {
    const accounts = await store.readAccounts(uins as readonly Uin[])
    const known = accounts.flatMap((account): [number, string][] => {
      const page = knownPageOf(account)
      return page === undefined ? [] : [[account.uin, page]]
    })
    return { codePages: Object.fromEntries(known) }
  },

  async useCodePage(uin, { codePage }, { store }) {
    await store.setAccount(uin, { codePage: knownCodePage(codePage) })
    return {}
  },

  async makeInvite(uin, _, { store, server }) {
    const mode = server.registration()
    if (mode === 'open' || mode === 'lan') throw new Complaint('Nobody needs an invite to register here.')
    if (mode === 'closed') throw new Complaint('Nobody can register here at the moment.')
    const code = readableCode()
    const expiresAt = Date.now() + inviteMs
    await store.addInvite(code, { expiresAt, maker: { uin, openMax: openInvitesMax } })
    return { code, expiresAt }
  },

  async listInvites(uin, _, { store }) {
    const now = Date.now()
    const open = (await store.invitesOf(uin)).filter(
      ({ usesLeft, expiresAt = Number.POSITIVE_INFINITY }) => usesLeft > 0 && expiresAt > now,
    )
    return { invites: open.map(({ code, usesLeft, expiresAt }) => ({ code, usesLeft, expiresAt })) }
  },
}

/** How somebody writes, unless nothing tells: then the guess is whatever one begins with. */
function knownPageOf(account: ListedAccount): CodePageName | undefined {
  const [one, other] = [pageOf(account, 'windows-1252'), pageOf(account, 'koi8-r')]
  return one === other ? one : undefined
}
