import { type Address, type Event, formatAddress, type Millis } from '@seekyou/language'
import type { Saying, Visit } from '../visit.ts'
import type { Complain, Witness } from './witness.ts'

interface Account {
  heard: number
  told: number
  /** Somebody there has named a right password. */
  isTrusted: boolean
  isBlamed: boolean
}

/** As many bytes as a farewell has. */
const farewell = 64

/**
 * An address that has proven nothing is told no more bytes than came from there, or three times as many once a right password
 * came (promises §2). Proven is an address from where the answer to a sign-on was acknowledged.
 */
export class Amplification implements Witness {
  readonly #complain: Complain
  readonly #accounts = new Map<Address, Account>()
  readonly #proven = new Map<Address, Visit>()
  /** Who has acknowledged an answer to their sign-on; another process may have sent it under another number. */
  readonly #acked = new WeakSet<Visit>()
  #worst = 0

  constructor(complain: Complain) {
    this.#complain = complain
  }

  /** The most bytes that an address without proof was told for each byte that came from there. */
  get worst(): number {
    return this.#worst
  }

  visitBegan({ address }: Visit): void {
    this.#at(address).isTrusted = true
  }

  visitResumed(visit: Visit): void {
    if (this.#acked.has(visit)) this.#proven.set(visit.address, visit)
  }

  visitEnded(visit: Visit): void {
    if (this.#proven.get(visit.address) !== visit) return
    this.#proven.delete(visit.address)
    this.#at(visit.address).heard += farewell
  }

  sayingAcked(visit: Visit, { event }: Saying): void {
    if (event.name !== 'signedOn') return
    this.#acked.add(visit)
    this.#proven.set(visit.address, visit)
  }

  saidToStranger(to: Address, event: Event): void {
    if (event.name === 'passwordConfirmed') this.#at(to).isTrusted = true
  }

  wentIn(from: Address, bytes: Uint8Array): void {
    if (!this.#proven.has(from)) this.#at(from).heard += bytes.length
  }

  cameOut(to: Address, bytes: Uint8Array, _: Visit | undefined, now: Millis): void {
    if (this.#proven.has(to)) return
    const account = this.#at(to)
    account.told += bytes.length
    const ratio = account.told / account.heard
    this.#worst = Math.max(this.#worst, ratio)
    if (account.isBlamed || ratio <= (account.isTrusted ? 3 : 1)) return
    account.isBlamed = true
    const sentence = `${formatAddress(to)} has proven nothing and was told ${account.told} bytes for ${account.heard}`
    this.#complain('amplification', now, sentence)
  }

  #at(address: Address): Account {
    let account = this.#accounts.get(address)
    if (!account) {
      account = { heard: 0, told: 0, isTrusted: false, isBlamed: false }
      this.#accounts.set(address, account)
    }
    return account
  }
}
