// Who may have a password checked, and when: checking costs milliseconds of a core, and anybody can ask for it in anybody's name.
// Whoever may not is met with silence; real clients ask again by themselves.
import { type Address, type Ip4, ipOf, type Millis, type Uin } from '@seekyou/language'
import { BadPlaces } from './bad-places.ts'
import { Failures } from './failures.ts'
import type { Limits } from './limits.ts'

/**
 * What came of a check; `unchecked`: it could not be carried out, or nobody wanted to know any more; `spared`: nobody has the
 * number, and there was no time to pretend otherwise.
 */
export type CheckResult = 'right' | 'wrong' | 'unchecked' | 'spared'

/** Carries a check out. `leave` must be called once, when it is over. */
export type Check = (leave: (result: CheckResult, now: Millis) => void) => void

/**
 * `known`: from an address where the owner of the number has been of late. `clean`: neither for this number nor from
 * this address was a password wrong of late. `suspect`: the rest, who may only have to wait longer: anybody can forge an address.
 */
type Rank = 'known' | 'clean' | 'suspect'

/** Checks under way: enough to keep the hashing threads busy while the store is asked. */
const underWayMax = 64
/** Checks that may wait, a few seconds' worth. Those from known addresses cannot be many more than there are accounts. */
const waitingMax: Readonly<Record<Rank, number>> = { known: 16_384, clean: 2_048, suspect: 512 }
/** How many of those under way may be suspects; one always may. */
const suspectsMax = 4
/** How many good addresses are remembered for one number, and for how many numbers. */
const placesMax = 8
export const ownersMax = 100_000

export class Gate {
  /** Strangers' failures, and those from addresses where the owner has been, so that strangers lock no owner out. */
  readonly #strangers: Failures
  readonly #known: Failures
  readonly #places = new Map<Uin, Ip4[]>()
  /** The address from which each number is being checked, known ones left out. */
  readonly #checking = new Map<Uin, { readonly address: Address; count: number }>()
  readonly #waiting: Readonly<Record<Rank, (() => void)[]>> = { known: [], clean: [], suspect: [] }
  /** From where something was wrong of late. */
  readonly #badPlaces = new BadPlaces()
  #underWay = 0
  #suspectsUnderWay = 0
  #isStarting = false

  constructor(limits: Limits) {
    this.#strangers = new Failures(limits)
    this.#known = new Failures(limits)
  }

  /** How much is remembered, table by table. */
  get sizes(): Readonly<Record<'failures' | 'places' | 'badPlaces' | 'checking' | 'waiting', number>> {
    const { known, clean, suspect } = this.#waiting
    return {
      failures: this.#strangers.size + this.#known.size,
      places: this.#places.size,
      badPlaces: this.#badPlaces.size,
      checking: this.#checking.size,
      waiting: known.length + clean.length + suspect.length,
    }
  }

  /** What has a password checked when its turn comes. Undefined: never, and the client must not be answered. */
  admit(uin: Uin, address: Address, now: Millis): ((check: Check) => void) | undefined {
    const isKnown = this.#places.get(uin)?.includes(ipOf(address)) ?? false
    const failures = isKnown ? this.#known : this.#strangers
    const isSuspect = failures.has(uin, now) || this.#badPlaces.has(ipOf(address), now)
    const rank = isKnown ? 'known' : isSuspect ? 'suspect' : 'clean'
    if (this.#underWay >= underWayMax && this.#waiting[rank].length >= waitingMax[rank]) return undefined
    const other = this.#checking.get(uin)
    if (!isKnown && other && other.address !== address) return undefined
    if (!failures.take(uin, now)) return undefined
    if (!isKnown) this.#checking.set(uin, { address, count: (other?.count ?? 0) + 1 })
    const leave = (result: CheckResult, now: Millis): void => {
      if (result !== 'wrong') failures.giveBack(uin, now)
      if (result === 'wrong' || result === 'spared') this.#badPlaces.note(ipOf(address), now)
      if (rank === 'suspect') this.#suspectsUnderWay -= 1
      if (!isKnown) this.#endChecking(uin)
      this.#underWay -= 1
      this.#start()
    }
    return (check) => {
      this.#waiting[rank].push(() => check(leave))
      this.#start()
    }
  }

  /** The owner of the number has been at this address: their client has acknowledged what was sent there. */
  remember(uin: Uin, address: Address): void {
    const ip = ipOf(address)
    const places = this.#places.get(uin)?.filter((place) => place !== ip) ?? []
    places.push(ip)
    this.#places.delete(uin)
    this.#places.set(uin, places.slice(-placesMax))
    if (this.#places.size > ownersMax) this.#places.delete(this.#places.keys().next().value!)
  }

  #endChecking(uin: Uin): void {
    const checking = this.#checking.get(uin)
    if (checking && --checking.count === 0) this.#checking.delete(uin)
  }

  /** A check may be over as soon as it has begun; then this loop goes on, not one within it. */
  #start(): void {
    if (this.#isStarting) return
    this.#isStarting = true
    while (this.#underWay < underWayMax) {
      const begin = this.#next()
      if (!begin) break
      this.#underWay += 1
      begin()
    }
    this.#isStarting = false
  }

  #next(): (() => void) | undefined {
    const { known, clean, suspect } = this.#waiting
    const isSuspectNext = this.#suspectsUnderWay === 0 && suspect.length > 0
    const next = isSuspectNext ? undefined : (known.shift() ?? clean.shift())
    if (next || this.#suspectsUnderWay >= suspectsMax || suspect.length === 0) return next
    this.#suspectsUnderWay += 1
    return suspect.shift()
  }
}
