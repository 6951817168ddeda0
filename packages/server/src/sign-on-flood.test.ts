// The figure for sign-ons, at the gate alone: what a flood of wrong passwords leaves of the hashing goes to those who belong here.
// The whole program is measured by `npm run bench -- --login-storm`.
import { type Address, packAddress, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { type CheckResult, Gate } from './gate.ts'
import { limitsOn } from './limits.ts'

const users = 10_000
const badPerMs = 20
const badAddresses = 4_096
/** One thread hashes two hundred passwords in a second. */
const hashMs = 5
/** When a client that hears nothing asks again. */
const repeatMs = 10_000

test('during 20,000 bad sign-ons a second 10,000 users sign on within 180 s, and again within 30 s', () => {
  const storm = new SignOnStorm()
  storm.pass(2_000)
  expect(storm.signOnAll()).toBeLessThanOrEqual(180_000)
  expect(storm.signOnAll()).toBeLessThanOrEqual(30_000)
})

class SignOnStorm {
  readonly #gate = new Gate(limitsOn)
  readonly #hashing: { readonly leave: Leave; readonly result: CheckResult }[] = []
  readonly #here = new Set<number>()
  readonly #known = new Set<number>()
  #hashedAt = 0
  #now = 0
  #sent = 0

  pass(ms: number): void {
    for (const until = this.#now + ms; this.#now < until; ) this.#passMillisecond()
  }

  /** Everybody signs on, 25 in a millisecond, and asks again until there is an answer. Returns after how long all are here. */
  signOnAll(): number {
    const begun = this.#now
    this.#here.clear()
    const asking = Array.from({ length: users }, (_, index) => ({ index, at: begun + index / 25 }))
    while (this.#here.size < users && this.#now - begun < 300_000) {
      for (let next = asking[0]; next && next.at <= this.#now; next = asking[0]) {
        asking.shift()
        if (this.#here.has(next.index)) continue
        this.#ask(next.index)
        asking.push({ index: next.index, at: next.at + repeatMs })
      }
      this.#passMillisecond()
    }
    return this.#now - begun
  }

  #passMillisecond(): void {
    this.#now += 1
    for (let count = 0; count < badPerMs; count++) this.#askBadly(this.#sent++)
    const hashed = this.#now - this.#hashedAt >= hashMs ? this.#hashing.shift() : undefined
    if (!hashed) return
    this.#hashedAt = this.#now
    hashed.leave(hashed.result, this.#now)
  }

  #ask(index: number): void {
    const from = addressOf(0x0a00_0000, index)
    const arrive = (leave: Leave): void => {
      leave('right', this.#now)
      this.#gate.remember(numberOf(index), from)
      this.#known.add(index)
      this.#here.add(index)
    }
    this.#gate.admit(
      numberOf(index),
      from,
      this.#now,
    )?.((leave) => {
      // A password that was right before is known by its digest.
      if (this.#known.has(index)) arrive(leave)
      else this.#hashing.push({ leave: () => arrive(leave), result: 'right' })
    })
  }

  /** In turn a wrong password for one of ten thousand other accounts, and one for a number that nobody has. */
  #askBadly(turn: number): void {
    const isKnown = turn % 2 === 0
    const number = isKnown
      ? numberOf(users + ((turn >>> 1) % users))
      : uin(100_000_000 + ((turn * 7_919) % 3_000_000_000))
    this.#gate.admit(
      number,
      addressOf(0x0b00_0000, turn % badAddresses),
      this.#now,
    )?.((leave) => {
      if (isKnown) this.#hashing.push({ leave, result: 'wrong' })
      // Numbers that nobody has are checked against nothing when there is time for it, and there is none.
      else leave('spared', this.#now)
    })
  }
}

type Leave = (result: CheckResult, now: number) => void

const numberOf = (index: number): Uin => uin(1_000_001 + index)
const addressOf = (first: number, index: number): Address => packAddress(first + index, 4_000)
