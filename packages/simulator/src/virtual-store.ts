import type { Machine, Millis, Uin } from '@seekyou/language'
import {
  type Account,
  type Answer,
  type Message,
  type Need,
  type NeedName,
  type Refusal,
  Unavailable,
} from '@seekyou/service'
import type { Dice } from './dice.ts'

/** What is wrong with the store. `full`: reads work, nothing can be written. `away`: nothing works. `stuck`: no answers. */
export type StoreTrouble = 'none' | 'full' | 'away' | 'stuck'

export type StoreInput =
  | { readonly kind: 'need'; readonly id: number; readonly need: Need }
  /** The process that asked is gone: nobody waits for the answers, and what was under way is kept or lost. */
  | { readonly kind: 'crash' }
  | { readonly kind: 'wake' }

export type StoreOutcome =
  | { readonly kind: 'met'; readonly id: number; readonly answer: Answer<NeedName> }
  | { readonly kind: 'unmet'; readonly id: number; readonly cause: unknown }

interface Asked {
  readonly id: number
  readonly need: Need
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
  trouble: StoreTrouble = 'none'
  /** What one call takes at most. */
  slowestMs: Millis
  readonly #dice: Dice
  readonly #accounts = new Map<Uin, Account>()
  readonly #messages = new Map<number, Message>()
  readonly #waiting = new Map<Uin, Map<number, Message>>()
  readonly #onRefused: (message: Message, because: Refusal['because']) => void
  #line: Asked[] = []
  #hashing: Asked[] = []
  #busyUntil: Millis = 0
  #nextUin = 100_000
  #nextBlock = 0
  #mostWaiting = 0

  constructor(dice: Dice, slowestMs: Millis, onRefused: (message: Message, because: Refusal['because']) => void) {
    this.#dice = dice
    this.slowestMs = slowestMs
    this.#onRefused = onRefused
  }

  get wakeAt(): Millis | undefined {
    const lineAt = this.trouble === 'stuck' ? undefined : this.#line[0]?.dueAt
    const hashAt = this.#hashing[0]?.dueAt
    return lineAt === undefined || (hashAt !== undefined && hashAt < lineAt) ? hashAt : lineAt
  }

  /** How many messages wait for somebody. */
  waitingFor(uin: Uin): number {
    return this.#waiting.get(uin)?.size ?? 0
  }

  /** Every message that is durable now. */
  messages(): Iterable<Message> {
    return this.#messages.values()
  }

  /** The most messages that ever waited for one person. */
  get mostWaiting(): number {
    return this.#mostWaiting
  }

  addAccount(uin: Uin, passwordHash: string): void {
    this.#accounts.set(uin, { uin, passwordHash, nick: '' })
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
      this.#hashing.push({ id, need, dueAt: now + hashMs })
      return
    }
    const duration = this.#dice.between(0.2, 1) * this.slowestMs * (need.name === 'commit' ? 1 : 0.2)
    // A slow disk delays its answers, but takes the next call meanwhile; answers keep the order of the calls.
    this.#busyUntil = Math.max(this.#busyUntil, now + duration)
    this.#line.push({ id, need, dueAt: this.#busyUntil })
  }

  #answer(line: Asked[], now: Millis): StoreOutcome[] {
    const answers: StoreOutcome[] = []
    for (let next = line[0]; next && next.dueAt <= now; next = line[0]) {
      line.shift()
      const { id, need } = next
      const isWrite = need.name === 'commit' || need.name === 'createAccount'
      const isDenied = line === this.#line && (this.trouble === 'away' || (this.trouble === 'full' && isWrite))
      if (isDenied) answers.push({ kind: 'unmet', id, cause: new Unavailable(this.trouble) })
      else answers.push({ kind: 'met', id, answer: this.#meet(need) })
    }
    return answers
  }

  /** Of the calls under way the first few have reached the disk, the others have not. */
  #crash(): void {
    let reached = this.trouble === 'none' ? this.#dice.below(this.#line.length + 1) : 0
    for (const { need } of this.#line) {
      if (reached <= 0) break
      reached -= 1
      this.#meet(need)
    }
    this.#line = []
    this.#hashing = []
    this.#busyUntil = 0
  }

  #meet(need: Need): Answer<NeedName> {
    switch (need.name) {
      case 'findAccount': {
        const account = this.#accounts.get(need.uin)
        const waitingFrom = new Set([...(this.#waiting.get(need.uin)?.values() ?? [])].map(({ from }) => from))
        return account && { account, waitingFrom: [...waitingFrom] }
      }
      case 'verifyPassword':
        return need.hash !== undefined && need.hash === hashOf(need.password)
      case 'hashPassword':
        return hashOf(need.password)
      case 'createAccount': {
        const uin = this.#nextUin++ as Uin
        this.addAccount(uin, need.passwordHash)
        return uin
      }
      case 'waitingMessages': {
        const messages = [...(this.#waiting.get(need.uin)?.values() ?? [])]
        return messages.sort((a, b) => a.id - b.id).slice(0, need.most)
      }
      case 'commit':
        return { refused: this.#commit(need) }
    }
  }

  #commit({ keep, forget, storedMax }: Need<'commit'>): Refusal[] {
    const refused: Refusal[] = []
    for (const message of keep) {
      const because = this.#refusal(message, storedMax)
      if (because) {
        refused.push({ id: message.id, because })
        this.#onRefused(message, because)
      } else this.#keep(message)
    }
    for (const id of forget) {
      const message = this.#messages.get(id)
      if (!message) continue
      this.#messages.delete(id)
      this.#waiting.get(message.to)?.delete(id)
    }
    return refused
  }

  #refusal({ to }: Message, storedMax: number): Refusal['because'] | undefined {
    if (!this.#accounts.has(to)) return 'unknown'
    return this.waitingFor(to) >= storedMax ? 'full' : undefined
  }

  #keep(message: Message): void {
    this.#messages.set(message.id, message)
    const waiting = this.#waiting.get(message.to)
    if (waiting) waiting.set(message.id, message)
    else this.#waiting.set(message.to, new Map([[message.id, message]]))
    this.#mostWaiting = Math.max(this.#mostWaiting, this.waitingFor(message.to))
  }
}

/** Not a hash at all: nobody in a virtual town steals disks. */
export const hashOf = (password: Uint8Array): string => `plain:${password.join(',')}`
