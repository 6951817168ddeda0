import type { Uin } from '@seekyou/language'
import type { Present } from './present.ts'

/** Of so many and fewer, an array takes less memory than a Set, and is searched as fast. */
const fewMax = 32

/** A few are in an array that is never changed, so that it is no longer than it must be and can be handed out. */
type Crowd = readonly Present[] | Set<Present>

/** Who asked for whose presence, whether that one is here or not. */
export class Watchers {
  readonly #byContact = new Map<Uin, Crowd>()

  /**
   * In the order in which they asked. For those who go through it slowly: whoever has left meanwhile may still be seen, and whoever
   * has come may not.
   */
  of(contact: Uin): Iterable<Present> {
    return this.#byContact.get(contact) ?? []
  }

  /** The watcher must not watch this contact yet. */
  add(contact: Uin, watcher: Present): void {
    const watchers = this.#byContact.get(contact) ?? []
    if (watchers instanceof Set) watchers.add(watcher)
    else if (watchers.length < fewMax) this.#byContact.set(contact, watchers.concat(watcher))
    else this.#byContact.set(contact, new Set(watchers).add(watcher))
  }

  /** Somebody has left and watches nobody any more. */
  remove(watcher: Present): void {
    for (const contact of watcher.contacts.keys()) {
      const watchers = this.#byContact.get(contact)
      if (watchers instanceof Set) {
        watchers.delete(watcher)
        if (watchers.size === 0) this.#byContact.delete(contact)
      } else if (watchers) {
        const others = watchers.filter((other) => other !== watcher)
        if (others.length === 0) this.#byContact.delete(contact)
        else this.#byContact.set(contact, others)
      }
    }
  }
}
