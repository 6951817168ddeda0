import type { ExtInfo, Machine, Millis, Uin } from '@seekyou/language'
import {
  type Account,
  type Answer,
  type FormerLinks,
  type Message,
  type Need,
  type NeedName,
  type Refusal,
  type StoreNeedName,
  Unavailable,
} from '@seekyou/service'
import { type PlainAccount, PlainStore } from '@seekyou/service/testing'
import type { Dice } from './dice.ts'
import { type StoreTrouble, Troubles } from './troubles.ts'
import { Waiting } from './waiting.ts'

export type StoreInput =
  | { readonly kind: 'need'; readonly id: number; readonly need: Need }
  /** The process that asked is gone: nobody waits for the answers, and what was under way is kept or lost. */
  | { readonly kind: 'crash' }
  | { readonly kind: 'wake' }

export type StoreOutcome =
  | { readonly kind: 'met'; readonly id: number; readonly answer: Answer<NeedName> }
  | { readonly kind: 'unmet'; readonly id: number; readonly cause: unknown }

/** An account as it is kept at one moment. */
export interface AccountRecord {
  readonly account: Account
  readonly extInfo: ExtInfo
  /** Never found by searches. */
  readonly hides: boolean
}

interface Asked {
  readonly id: number
  readonly need: Need
  readonly askedAt: Millis
  readonly dueAt: Millis
}

/** Passwords are checked beside the store's line, by several hands at once. */
const hashMs: Millis = 60
/** Ids are set aside in blocks of this size, so that a process that crashed has used none of the next one's. */
const idBlock = 1_000_000

/**
 * The store and the password hasher, met on the virtual clock. Calls are carried out one after another, in the order in which
 * they came. What has been answered is durable; what has not may be either way after a crash.
 */
export class VirtualStore implements Machine<StoreInput, StoreOutcome> {
  /** What one call takes at most. */
  slowestMs: Millis
  readonly #troubles = new Troubles()
  readonly #dice: Dice
  readonly #plain: PlainStore
  #line: Asked[] = []
  #hashing: Asked[] = []
  #busyUntil: Millis = 0
  readonly #hidden = new Set<Uin>()
  /** Who may see whose presence, as far as it was ever asked. */
  readonly #allowed = new Map<Uin, Set<Uin>>()
  #nextBlock = 0
  #checks = 0
  #made = 0
  readonly #waiting = new Waiting()
  readonly #visitsAt = new Map<Uin, Millis>()
  /** Told whenever an account, or what belongs to it, has become another. */
  onChanged: (uin: Uin, byOperator: boolean) => void = () => {}

  constructor(dice: Dice, slowestMs: Millis, onRefused: (message: Message, because: Refusal['because']) => void) {
    this.#dice = dice
    this.slowestMs = slowestMs
    this.#plain = new PlainStore(100_000, onRefused)
  }

  get trouble(): StoreTrouble {
    return this.#troubles.present
  }

  setTrouble(trouble: StoreTrouble, now: Millis): void {
    this.#troubles.set(trouble, now)
  }

  /** Whether what a process had to keep, and told others at `toldAt`, must be on the disk: see `Troubles`. */
  mustHave(toldAt: Millis, now: Millis, withinMs?: Millis): boolean {
    return this.#troubles.keptAt(toldAt, this.slowestMs, withinMs) <= now
  }

  /** What a process that begins finds of the one before it. */
  formerLinks(): FormerLinks {
    return this.#plain.formerLinks()
  }

  /** When somebody's visit was as it is kept. */
  visitAt(uin: Uin): Millis {
    return this.#visitsAt.get(uin) ?? Number.NEGATIVE_INFINITY
  }

  get wakeAt(): Millis | undefined {
    const lineAt = this.trouble === 'stuck' ? undefined : this.#line[0]?.dueAt
    const hashAt = this.#hashing[0]?.dueAt
    return lineAt === undefined || (hashAt !== undefined && hashAt < lineAt) ? hashAt : lineAt
  }

  /** Every message that is durable now. */
  messages(): Iterable<Message> {
    return this.#plain.messages()
  }

  /** The most messages that ever waited for one person. */
  get mostWaiting(): number {
    return this.#plain.mostWaiting
  }

  /** The most messages of one sender that ever waited for one person. */
  get mostFromOne(): number {
    return this.#waiting.mostFromOne
  }

  /** How many passwords have been checked, and how many accounts were made by registering. */
  get passwordsChecked(): number {
    return this.#checks
  }

  get accountsMade(): number {
    return this.#made
  }

  /** Everything that is kept about somebody; undefined when there is no such account. */
  recordOf(uin: Uin): AccountRecord | undefined {
    const account = this.#plain.account(uin)
    const profile = this.#plain.meet({ name: 'findProfile', uin }) as Answer<'findProfile'>
    return account && profile && { account, extInfo: profile.extInfo, hides: this.#hidden.has(uin) }
  }

  /** Whether somebody who needs authorization has granted it, or was on the list before they needed it. */
  mayWatch(watcher: Uin, contact: Uin): boolean {
    return this.#allowed.get(watcher)?.has(contact) === true
  }

  addAccount(uin: Uin, passwordHash: string, account: PlainAccount = {}): void {
    this.#plain.addAccount(uin, passwordHash, account)
    if (account.hides) this.#hidden.add(uin)
    this.onChanged(uin, true)
  }

  /** What the operator may do. */
  changeAccount(uin: Uin, changes: Partial<Omit<Account, 'uin'>>): void {
    this.#plain.changeAccount(uin, changes)
    this.onChanged(uin, true)
  }

  removeAccount(uin: Uin): void {
    this.#plain.removeAccount(uin)
    this.#waiting.removeRecipient(uin)
    this.onChanged(uin, true)
  }

  /** The first message id for a process that begins: greater than every id ever used. */
  takeIdBlock(): number {
    this.#nextBlock += 1
    return (this.#nextBlock - 1) * idBlock + 1
  }

  handle(input: StoreInput, now: Millis): readonly StoreOutcome[] {
    switch (input.kind) {
      case 'need':
        this.#queue(input.id, input.need, now)
        return []
      case 'crash':
        this.#crash()
        return []
      case 'wake':
        return [...this.#answer(this.#hashing, now), ...(this.trouble === 'stuck' ? [] : this.#answer(this.#line, now))]
    }
  }

  #queue(id: number, need: Need, now: Millis): void {
    if (need.name === 'verifyPassword' || need.name === 'hashPassword') {
      this.#hashing.push({ id, need, askedAt: now, dueAt: now + hashMs })
      return
    }
    const duration = this.#dice.between(0.2, 1) * this.slowestMs * (need.name === 'commit' ? 1 : 0.2)
    // A slow disk delays its answers, but takes the next call meanwhile; answers keep the order of the calls.
    this.#busyUntil = Math.max(this.#busyUntil, now + duration)
    this.#line.push({ id, need, askedAt: now, dueAt: this.#busyUntil })
  }

  #answer(line: Asked[], now: Millis): StoreOutcome[] {
    const answers: StoreOutcome[] = []
    for (let next = line[0]; next && next.dueAt <= now; next = line[0]) {
      line.shift()
      const { id } = next
      const isDenied =
        line === this.#line && (this.trouble === 'away' || (this.trouble === 'full' && !reads.has(next.need.name)))
      if (isDenied) answers.push({ kind: 'unmet', id, cause: new Unavailable(this.trouble) })
      else answers.push({ kind: 'met', id, answer: this.#meet(next) })
    }
    return answers
  }

  /** Of the calls under way the first few have reached the disk, the others have not. */
  #crash(): void {
    let reached = this.trouble === 'none' ? this.#dice.below(this.#line.length + 1) : 0
    for (const asked of this.#line) {
      if (reached <= 0) break
      reached -= 1
      this.#meet(asked)
    }
    this.#line = []
    this.#hashing = []
    this.#busyUntil = 0
  }

  #meet({ need, askedAt }: Asked): Answer<NeedName> {
    switch (need.name) {
      case 'verifyPassword':
        this.#checks += 1
        return need.hash !== undefined && need.hash === hashOf(need.password)
      case 'hashPassword':
        return hashOf(need.password)
      default: {
        const answer = this.#plain.meet(need)
        this.#note(need, answer, askedAt)
        return answer
      }
    }
  }

  #note(need: Need<StoreNeedName>, answer: Answer<StoreNeedName>, askedAt: Millis): void {
    switch (need.name) {
      case 'updateInfo':
      case 'updateExtInfo':
      case 'changePassword':
        if (answer) this.onChanged(need.uin, false)
        break
      case 'createAccount':
        if (answer === undefined) break
        this.#made += 1
        this.onChanged(answer as Uin, false)
        break
      case 'rememberContacts':
        for (const contact of (answer as Answer<'rememberContacts'>).allowed) this.#allow(need.uin, contact)
        break
      case 'allowContact':
        this.#allow(need.uin, need.contact)
        break
      case 'commit':
        this.#waiting.change(need, answer as Answer<'commit'>)
        for (const { uin, visit } of need.links ?? []) if (visit !== undefined) this.#visitsAt.set(uin, askedAt)
        break
    }
  }

  #allow(watcher: Uin, contact: Uin): void {
    const allowed = this.#allowed.get(watcher)
    if (allowed) allowed.add(contact)
    else this.#allowed.set(watcher, new Set([contact]))
  }
}

const reads: ReadonlySet<NeedName> = new Set<NeedName>(['findAccount', 'waitingMessages', 'findProfile', 'searchUsers'])

/** Not a hash at all: nobody in a virtual town steals disks. */
export const hashOf = (password: Uint8Array): string => `plain:${password.join(',')}`
