import type { Millis } from '@seekyou/language'
import { Bucket, type Rate } from '@seekyou/link'

/** `warn`: from here on this person gets no answers, and is to be told so, once. */
export type FloodVerdict = 'answer' | 'warn' | 'ignore'

/** How many people are remembered. */
const peopleMax = 10_000

interface Person {
  readonly bucket: Bucket
  isIgnored: boolean
}

/**
 * Who writes too much gets no answers, until they have kept quiet for so long that half of the burst is there again. What they
 * write meanwhile counts as well, so that whoever goes on is ignored for as long as that. Two bots that answer each other's
 * answers come to rest here.
 */
export class FloodGate<Key> {
  readonly #rate: Rate
  readonly #people = new Map<Key, Person>()

  constructor(rate: Rate) {
    this.#rate = rate
  }

  /** How many people are remembered. */
  get size(): number {
    return this.#people.size
  }

  hear(key: Key, now: Millis): FloodVerdict {
    const person = this.#person(key, now)
    const { bucket } = person
    if (person.isIgnored) {
      if (!bucket.has(this.#rate.burst / 2, now)) {
        bucket.take(1, now)
        return 'ignore'
      }
      person.isIgnored = false
    }
    if (bucket.take(1, now)) return 'answer'
    person.isIgnored = true
    return 'warn'
  }

  #person(key: Key, now: Millis): Person {
    const known = this.#people.get(key)
    if (known) return known
    if (this.#people.size >= peopleMax) this.#forgetSome(now)
    const person = { bucket: new Bucket(this.#rate), isIgnored: false }
    this.#people.set(key, person)
    return person
  }

  /** Those whose burst is whole again; if there are none, whoever is known for longest. */
  #forgetSome(now: Millis): void {
    for (const [key, { bucket }] of this.#people) if (bucket.has(this.#rate.burst, now)) this.#people.delete(key)
    if (this.#people.size < peopleMax) return
    const [oldest] = this.#people.keys()
    this.#people.delete(oldest as Key)
  }
}
