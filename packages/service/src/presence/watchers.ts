import type { Uin } from '@seekyou/language'
import type { Present } from './present.ts'

/** Who asked for whose presence, whether that one is here or not. */
export class Watchers {
  readonly #byContact = new Map<Uin, Set<Present>>()

  /** In the order in which they asked; whoever is added or removed meanwhile is seen or not seen by those who go through it. */
  of(contact: Uin): Iterable<Present> {
    return this.#byContact.get(contact) ?? []
  }

  add(contact: Uin, watcher: Present): void {
    const watchers = this.#byContact.get(contact)
    if (watchers) watchers.add(watcher)
    else this.#byContact.set(contact, new Set([watcher]))
  }

  /** Somebody has left and watches nobody any more. */
  remove(watcher: Present): void {
    for (const contact of watcher.contacts.keys()) {
      const watchers = this.#byContact.get(contact)
      watchers?.delete(watcher)
      if (watchers?.size === 0) this.#byContact.delete(contact)
    }
  }
}
