import type { Address, Millis, Uin } from '@seekyou/language'

/** Whoever signs on again so soon after they were replaced is fighting. */
const revengeMs = 60_000
/** So many times in so long, then the newcomer is refused. */
const revengesMax = 3
const rememberMs = 600_000
/** For how many numbers fights are remembered; the oldest are forgotten. */
const fightsMax = 10_000
/** Of how many addresses of one number it is remembered that they were replaced. */
const replacedMax = 8

interface Fight {
  /** When each address was replaced last, the oldest first. */
  readonly replaced: Map<Address, Millis>
  /** When somebody took a number back, the oldest first. */
  revenges: Millis[]
}

/** COMPAT Licq, mICQ: sign on again by themselves when they were replaced, so two of them with one number would go on for ever. */
export class Fights {
  readonly #fights = new Map<Uin, Fight>()

  get size(): number {
    return this.#fights.size
  }

  noteReplaced(uin: Uin, address: Address, now: Millis): void {
    const fight = this.#fights.get(uin) ?? { replaced: new Map(), revenges: [] }
    fight.replaced.delete(address)
    fight.replaced.set(address, now)
    if (fight.replaced.size > replacedMax) fight.replaced.delete(fight.replaced.keys().next().value!)
    this.#fights.delete(uin)
    this.#fights.set(uin, fight)
    if (this.#fights.size > fightsMax) this.#fights.delete(this.#fights.keys().next().value!)
  }

  /** Whether somebody at this address, with the right password, may take the place of somebody elsewhere. */
  mayReplace(uin: Uin, address: Address, now: Millis): boolean {
    const fight = this.#fights.get(uin)
    const replacedAt = fight?.replaced.get(address)
    if (!fight || replacedAt === undefined || now - replacedAt >= revengeMs) return true
    fight.revenges = fight.revenges.filter((at) => now - at < rememberMs)
    if (fight.revenges.length >= revengesMax) return false
    fight.revenges.push(now)
    return true
  }
}
