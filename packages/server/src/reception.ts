// What is remembered about strangers: sign-ons whose password is being checked, registrations and how they ended, and who was
// told to try again a moment ago. Every table is bounded; when one is full, the oldest is forgotten or the newcomer waits.
import type { Address, Millis, Uin } from '@seekyou/language'
import { type Limits, RegistrationBudget } from './limits.ts'

/** A sign-on whose password is being checked. */
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

/** Datagrams that may wait for the verdict of one sign-on. */
export const waitingMax = 8
const pendingMax = 20_000
const registrationsMax = 10_000
const registrationKeptMs = 600_000
const refusalsMax = 10_000
const refusalEveryMs = 1_000

export class Reception {
  readonly budget: RegistrationBudget
  readonly #signOns = new Map<Address, PendingSignOn>()
  readonly #registrations = new Map<Address, Registration>()
  readonly #refusals = new Map<Address, Millis>()

  constructor(limits: Limits) {
    this.budget = new RegistrationBudget(limits)
  }

  signOnAt(address: Address): PendingSignOn | undefined {
    return this.#signOns.get(address)
  }

  /** Takes the place of an older sign-on from the same address. Undefined: too many passwords are being checked. */
  beginSignOn(address: Address, uin: Uin, fingerprint: number): PendingSignOn | undefined {
    if (this.#signOns.size >= pendingMax && !this.#signOns.has(address)) return undefined
    const pending: PendingSignOn = { uin, fingerprint, waiting: [] }
    this.#signOns.set(address, pending)
    return pending
  }

  /** False when a newer sign-on has taken its place. */
  endSignOn(address: Address, pending: PendingSignOn): boolean {
    return this.#signOns.get(address) === pending && this.#signOns.delete(address)
  }

  registrationAt(address: Address, fingerprint: number, now: Millis): Registration | undefined {
    const registration = this.#registrations.get(address)
    return registration?.fingerprint === fingerprint && registration.until > now ? registration : undefined
  }

  beginRegistration(address: Address, fingerprint: number, now: Millis): Registration {
    const registration: Registration = { fingerprint, until: now + registrationKeptMs, uin: undefined }
    keepBounded(this.#registrations, address, registration, registrationsMax)
    return registration
  }

  /** COMPAT Dmitrienko's icqlib: signs on again at once when told to try again, so it is told at most once a second. */
  mayRefuse(address: Address, now: Millis): boolean {
    const last = this.#refusals.get(address)
    if (last !== undefined && now - last < refusalEveryMs) return false
    keepBounded(this.#refusals, address, now, refusalsMax)
    return true
  }
}

function keepBounded<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, max: number): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > max) map.delete(map.keys().next().value!)
}
