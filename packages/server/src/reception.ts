// What is remembered about strangers: sign-ons whose password is being checked, registrations and how they ended, and what each
// address has paid for. Every table is bounded; when one is full, the oldest is forgotten or the newcomer waits.
import type { Address, Millis, Uin } from '@seekyou/language'
import { AddressBudget } from './address-budget.ts'
import { Fights } from './fights.ts'
import { Gate } from './gate.ts'
import type { Limits } from './limits.ts'
import { Alarm } from './number-watch.ts'
import { OnceASecond } from './once-a-second.ts'
import { bytesForOne, type Proof } from './proof.ts'
import { Purses } from './purse.ts'
import { Wizard } from './wizard.ts'

/** A sign-on whose password is being checked, or waits for that. */
export interface PendingSignOn {
  readonly uin: Uin
  readonly fingerprint: number
  /** What the same client sent meanwhile, unanswered until the verdict is known. */
  readonly waiting: Uint8Array[]
}

/** A registration. `uin` is undefined while the account is being made. */
export interface Registration {
  readonly fingerprint: number
  readonly until: Millis
  uin: Uin | 'refused' | undefined
}

/** Datagrams that may wait for the verdict of one sign-on, and bytes that may wait for all verdicts. */
const waitingMax = 8
const waitingBytesMax = 2_097_152
const registrationsMax = 10_000
const registrationWindowMs = 600_000
const registrationKeptMs = 600_000

export class Reception {
  readonly strangers: AddressBudget
  readonly purses = new Purses()
  readonly gate: Gate
  readonly wizard = new Wizard()
  readonly fights = new Fights()
  readonly budget: AddressBudget
  /** Who was told to sign on a moment ago. */
  readonly sentBack = new OnceASecond()
  /** COMPAT Dmitrienko's icqlib: signs on again at once when told to try again. */
  readonly refusals = new OnceASecond()
  readonly alarm = new Alarm()
  readonly #signOns = new Map<Address, PendingSignOn>()
  readonly #registrations = new Map<Address, Registration>()
  #waitingBytes = 0

  constructor(limits: Limits) {
    const { registrationsInAll, registrationsPerAddress, strangersPerSecond, strangersPerAddress } = limits
    this.budget = new AddressBudget({
      windowMs: registrationWindowMs,
      inAll: registrationsInAll,
      perAddress: registrationsPerAddress,
    })
    this.strangers = new AddressBudget({ windowMs: 1_000, inAll: strangersPerSecond, perAddress: strangersPerAddress })
    this.gate = new Gate(limits)
  }

  /** How much is remembered, table by table. */
  get sizes(): Readonly<Record<string, number>> {
    return {
      ...this.gate.sizes,
      purses: this.purses.size,
      strangers: this.strangers.size,
      wizard: this.wizard.size,
      fights: this.fights.size,
      sentBack: this.sentBack.size,
      refusals: this.refusals.size,
      signOns: this.#signOns.size,
      waitingBytes: this.#waitingBytes,
      registrations: this.#registrations.size,
    }
  }

  signOnAt(address: Address): PendingSignOn | undefined {
    return this.#signOns.get(address)
  }

  /** Takes the place of an older sign-on from the same address. */
  beginSignOn(address: Address, uin: Uin, fingerprint: number): PendingSignOn {
    this.#forgetWaiting(this.#signOns.get(address))
    const pending: PendingSignOn = { uin, fingerprint, waiting: [] }
    this.#signOns.set(address, pending)
    return pending
  }

  /** False when a newer sign-on has taken its place. */
  endSignOn(address: Address, pending: PendingSignOn): boolean {
    if (this.#signOns.get(address) !== pending) return false
    this.#forgetWaiting(pending)
    return this.#signOns.delete(address)
  }

  /** A datagram waits for the verdict, unless too much waits already. */
  letWait({ waiting }: PendingSignOn, bytes: Uint8Array): boolean {
    if (waiting.length >= waitingMax || this.#waitingBytes + bytes.length > waitingBytesMax) return false
    waiting.push(bytes)
    this.#waitingBytes += bytes.length
    return true
  }

  /** What a right password makes of an address: all of its sign-on counts as often as all that follows. */
  beginProof(address: Address, signOnBytes: number, former: Proof | undefined, now: Millis): Proof {
    // Whoever signs on again before the address was proven has been credited already.
    if (former) return { allowance: former.allowance, waiting: 0 }
    const more = this.wizard.trusts(address, now) ? 0 : signOnBytes * (bytesForOne - 1)
    return { allowance: this.purses.empty(address) + more, waiting: 0 }
  }

  registrationAt(address: Address, fingerprint: number, now: Millis): Registration | undefined {
    const registration = this.#registrations.get(address)
    return registration?.fingerprint === fingerprint && registration.until > now ? registration : undefined
  }

  beginRegistration(address: Address, fingerprint: number, now: Millis): Registration {
    const registration: Registration = { fingerprint, until: now + registrationKeptMs, uin: undefined }
    this.#registrations.delete(address)
    this.#registrations.set(address, registration)
    if (this.#registrations.size > registrationsMax)
      this.#registrations.delete(this.#registrations.keys().next().value!)
    return registration
  }

  #forgetWaiting(pending: PendingSignOn | undefined): void {
    for (const bytes of pending?.waiting ?? []) this.#waitingBytes -= bytes.length
  }
}
