import type { Ip4, Millis } from '@seekyou/language'

/** How long an address is remembered after something was wrong, in milliseconds. */
const rememberMs = 60_000
/** How many addresses are remembered; the oldest are forgotten first. */
export const badPlacesMax = 32_768

/** Addresses from which a sign-on was wrong of late. Whoever comes from there is not refused: others only go first. */
export class BadPlaces {
  readonly #until = new Map<Ip4, Millis>()

  get size(): number {
    return this.#until.size
  }

  has(ip: Ip4, now: Millis): boolean {
    const until = this.#until.get(ip)
    return until !== undefined && until > now
  }

  note(ip: Ip4, now: Millis): void {
    this.#until.delete(ip)
    this.#until.set(ip, now + rememberMs)
    if (this.#until.size > badPlacesMax) this.#until.delete(this.#until.keys().next().value!)
  }
}
