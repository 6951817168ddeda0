import { type ExtInfo, emptyExtInfo, emptyInfo, type Info, type Uin, type WallMillis } from '@seekyou/language'
import {
  type Account,
  type Answer,
  endedKeptMs,
  type FormerLinks,
  type Message,
  type Need,
  ordinarySettings,
  type Refusal,
  rememberedMax,
  type StoreNeedName,
} from '../needs.ts'

/** An account with everything that belongs to it. */
interface Row {
  account: Account
  extInfo: ExtInfo
  hides: boolean
  readonly waiting: Map<number, Message>
  /** Contacts that were ever announced, and whether their presence may be seen. */
  readonly contacts: Map<Uin, boolean>
  link: { readonly visit: string; readonly numbers: string } | undefined
}

/** What an account can be given besides its number and password. */
export type PlainAccount = Partial<Omit<Account, 'uin' | 'passwordHash'>> & { readonly hides?: boolean }

/** A whole store in plain memory: it answers at once and loses everything with the process. For tests and for the simulator. */
export class PlainStore {
  readonly #invites = new Map<string, number>()
  readonly #removed = new Set<Uin>()
  readonly #rows = new Map<Uin, Row>()
  readonly #messages = new Map<number, Message>()
  /** Whose links have ended, and when. */
  readonly #ended = new Map<Uin, WallMillis>()
  readonly #onRefused: (message: Message, because: Refusal['because']) => void
  #nextUin: number
  #mostWaiting = 0
  #aliveAt: WallMillis = 0

  constructor(firstUin: number, onRefused: (message: Message, because: Refusal['because']) => void = () => {}) {
    this.#nextUin = firstUin
    this.#onRefused = onRefused
  }

  /** The most messages that ever waited for one person. */
  get mostWaiting(): number {
    return this.#mostWaiting
  }

  get size(): number {
    return this.#rows.size
  }

  *accounts(): Iterable<Account> {
    for (const { account } of this.#rows.values()) yield account
  }

  messages(): Iterable<Message> {
    return this.#messages.values()
  }

  account(uin: Uin): Account | undefined {
    return this.#rows.get(uin)?.account
  }

  addAccount(uin: Uin, passwordHash: string, { hides = false, ...rest }: PlainAccount = {}): void {
    const account = { uin, passwordHash, isBanned: false, info: emptyInfo, settings: ordinarySettings, ...rest }
    this.#rows.set(uin, {
      account,
      extInfo: emptyExtInfo,
      hides,
      waiting: new Map(),
      contacts: new Map(),
      link: undefined,
    })
  }

  /** Adds a code that makes so many accounts. */
  addInvite(code: string, uses = Number.POSITIVE_INFINITY): void {
    this.#invites.set(code, uses)
  }

  /** Changes what the operator may change. */
  changeAccount(uin: Uin, changes: Partial<Omit<Account, 'uin'>>): void {
    const row = this.#rows.get(uin)
    if (!row) return
    row.account = { ...row.account, ...changes }
    // Whoever has the link has not shown the new password, or must not be here.
    if (changes.passwordHash !== undefined || changes.isBanned) this.#endLink(uin, row)
  }

  removeAccount(uin: Uin): void {
    const row = this.#rows.get(uin)
    if (row) this.#endLink(uin, row)
    for (const id of this.#rows.get(uin)?.waiting.keys() ?? []) this.#messages.delete(id)
    this.#rows.delete(uin)
    this.#removed.add(uin)
  }

  /** The links that a node finds when it starts. */
  formerLinks(): FormerLinks {
    const rows = [...this.#rows.values()].filter(({ account }) => !account.isBanned)
    return {
      at: this.#aliveAt,
      links: rows.flatMap(({ account, waiting, contacts, link }) => {
        if (!link) return []
        const refusedBy = [...contacts].filter(([, isAllowed]) => !isAllowed).map(([contact]) => contact)
        const waitingFrom = senders([...waiting.values()].sort(byId))
        return [{ account, waitingFrom, refusedBy, visit: link.visit, numbers: link.numbers }]
      }),
      ended: [...this.#ended].filter(([, at]) => at > this.#aliveAt - endedKeptMs).map(([uin, at]) => ({ uin, at })),
    }
  }

  meet(need: Need<StoreNeedName>): Answer<StoreNeedName> {
    switch (need.name) {
      case 'findAccount': {
        const row = this.#rows.get(need.uin)
        return row && { account: row.account, waitingFrom: senders([...row.waiting.values()].sort(byId)) }
      }
      case 'createAccount': {
        if (need.invite !== undefined && !this.#useInvite(need.invite)) return undefined
        const uin = this.#freeUin()
        this.addAccount(uin, need.passwordHash)
        return uin
      }
      case 'waitingMessages':
        return [...(this.#rows.get(need.uin)?.waiting.values() ?? [])].sort(byId).slice(0, need.most)
      case 'commit':
        return { refused: this.#commit(need) }
      case 'findProfile': {
        const row = this.#rows.get(need.uin)
        return row && { info: shown(row.account), extInfo: row.extInfo }
      }
      case 'searchUsers':
        return this.#search(need)
      case 'updateInfo':
        return this.#change(need.uin, (row) => {
          row.account = { ...row.account, info: need.info }
        })
      case 'updateExtInfo':
        return this.#change(need.uin, (row) => {
          row.extInfo = need.extInfo
        })
      case 'changePassword':
        return this.#change(need.uin, (row) => {
          row.account = { ...row.account, passwordHash: need.passwordHash }
        })
      case 'rememberContacts':
        return this.#remember(need)
      case 'allowContact':
        return this.#allow(need)
    }
  }

  #useInvite(code: string): boolean {
    const uses = this.#invites.get(code) ?? 0
    this.#invites.set(code, uses - 1)
    return uses > 0
  }

  #freeUin(): Uin {
    for (;;) {
      const uin = this.#nextUin++ as Uin
      if (!this.#rows.has(uin) && !this.#removed.has(uin)) return uin
    }
  }

  #change(uin: Uin, change: (row: Row) => void): boolean {
    const row = this.#rows.get(uin)
    if (row) change(row)
    return row !== undefined
  }

  #search({ nick, first, last, email, most }: Need<'searchUsers'>): Answer<'searchUsers'> {
    const fitting = [...this.#rows.values()]
      .filter(({ account: { info, isBanned }, hides }) => {
        const hasNames = begins(info.nick, nick) && begins(info.first, first) && begins(info.last, last)
        return !hides && !isBanned && hasNames && (email.length === 0 || folded(info.email) === folded(email))
      })
      .map(({ account }) => ({ uin: account.uin, info: shown(account) }))
      .sort((a, b) => a.uin - b.uin)
    return { found: fitting.slice(0, most), hasMore: fitting.length > most }
  }

  #remember({ uin, contacts, allowsAll }: Need<'rememberContacts'>): Answer<'rememberContacts'> {
    const row = this.#rows.get(uin)
    if (!row) return { allowed: [] }
    const mayBeSeen = (contact: Uin): boolean =>
      allowsAll || this.#rows.get(contact)?.account.info.needsAuthorization !== true
    for (const contact of contacts) {
      if (row.contacts.has(contact) || row.contacts.size >= rememberedMax) continue
      row.contacts.set(contact, mayBeSeen(contact))
    }
    return { allowed: contacts.filter((contact) => row.contacts.get(contact) ?? mayBeSeen(contact)) }
  }

  #allow({ uin, contact }: Need<'allowContact'>): undefined {
    const contacts = this.#rows.get(uin)?.contacts
    if (contacts?.has(contact) || (contacts && contacts.size < rememberedMax)) contacts.set(contact, true)
  }

  #commit({ keep, forget, storedMax, storedFromOneMax, links = [], ended = [], at }: Need<'commit'>): Refusal[] {
    const refused: Refusal[] = []
    if (at !== undefined) this.#aliveAt = at
    for (const { uin, visit, numbers } of links) {
      const row = this.#rows.get(uin)
      const link = { ...row?.link, ...(visit !== undefined && { visit }), ...(numbers !== undefined && { numbers }) }
      // A part alone changes nothing of a link that has ended or was forgotten.
      if (row && link.visit !== undefined && link.numbers !== undefined) {
        row.link = { visit: link.visit, numbers: link.numbers }
        this.#ended.delete(uin)
      }
    }
    for (const uin of ended) {
      const row = this.#rows.get(uin)
      if (row) this.#endLink(uin, row)
    }
    for (const message of keep) {
      const because = this.#refusal(message, storedMax, storedFromOneMax)
      if (because) {
        refused.push({ id: message.id, because })
        this.#onRefused(message, because)
      } else this.#keep(message)
    }
    for (const id of forget) {
      const message = this.#messages.get(id)
      if (message) this.#rows.get(message.to)?.waiting.delete(id)
      this.#messages.delete(id)
    }
    return refused
  }

  #endLink(uin: Uin, row: Row): void {
    if (row.link) this.#ended.set(uin, this.#aliveAt)
    row.link = undefined
  }

  #refusal({ to, from }: Message, storedMax: number, fromOneMax: number): Refusal['because'] | undefined {
    const row = this.#rows.get(to)
    if (!row) return 'unknown'
    if (row.waiting.size >= (row.account.settings.storedMax ?? storedMax)) return 'full'
    let fromOne = 0
    for (const waiting of row.waiting.values()) if (waiting.from === from) fromOne += 1
    return fromOne >= fromOneMax ? 'fullOfSender' : undefined
  }

  #keep(message: Message): void {
    const waiting = this.#rows.get(message.to)?.waiting
    this.#messages.set(message.id, message)
    waiting?.set(message.id, message)
    this.#mostWaiting = Math.max(this.#mostWaiting, waiting?.size ?? 0)
  }
}

const byId = (a: Message, b: Message): number => a.id - b.id

const senders = (messages: readonly Message[]): Uin[] => [...new Set(messages.map(({ from }) => from))]

const shown = ({ info, settings }: Account): Info =>
  settings.publishesEmail ? info : { ...info, email: new Uint8Array(0) }

const begins = (text: Uint8Array, start: Uint8Array): boolean => folded(text).startsWith(folded(start))

/** Bytes as characters, the capitals of ASCII as small letters. */
const folded = (text: Uint8Array): string =>
  String.fromCharCode(...text.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)))
