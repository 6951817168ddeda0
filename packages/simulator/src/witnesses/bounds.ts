import type { Millis } from '@seekyou/language'
import type { Limits } from '@seekyou/server'
import type { NodeLike } from '../virtual-server.ts'
import type { VirtualStore } from '../virtual-store.ts'
import type { Complain, Witness } from './witness.ts'

/** What the bounds are measured on. */
export interface Measured {
  readonly node: NodeLike | undefined
  readonly store: VirtualStore
  readonly bugs: number
  /** How often the server has forgotten what it counted, because it went down. */
  readonly downs: number
  /** How many addresses there are in the town. */
  readonly addresses: number
  readonly limits: Limits
}

const registrationWindowMs = 600_000

/** Nothing grows without bound, and the server meets no bug of its own (promises: G6, G7). */
export class Bounds implements Witness {
  readonly #measured: Measured
  readonly #complain: Complain

  constructor(measured: Measured, complain: Complain) {
    this.#measured = measured
    this.#complain = complain
  }

  judge(now: Millis): void {
    const { node, store, bugs, downs, addresses, limits } = this.#measured
    if (bugs > 0) this.#complain('bounds', now, `the server counted ${bugs} bugs of its own`)
    if (node && node.size > addresses) {
      this.#complain('bounds', now, `${node.size} users are signed on from ${addresses} addresses`)
    }
    const { mostWaiting, mostFromOne, accountsMade } = store
    const { storedMax, storedFromOneMax, registrationsInAll } = limits
    if (mostWaiting > storedMax) {
      this.#complain('bounds', now, `${mostWaiting} messages waited for one person, ${storedMax} are the most`)
    }
    if (mostFromOne > storedFromOneMax) {
      this.#complain('bounds', now, `${mostFromOne} messages of one sender waited, ${storedFromOneMax} are the most`)
    }
    const accountsMax = registrationsInAll * (Math.ceil(now / registrationWindowMs) + downs)
    if (accountsMade > accountsMax)
      this.#complain('bounds', now, `${accountsMade} accounts were made by registering, ${accountsMax} are the most`)
    if (node && !node.isSettled)
      this.#complain('bounds', now, 'messages are neither stored nor delivered long after the storm')
  }
}
