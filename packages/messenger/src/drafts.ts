import { isUin, type Uin } from '@seekyou/language'
import type { Notes } from './notes.ts'

const page = 'draft/'

/** What somebody has begun to write to whom. It outlives the program. */
export class Drafts {
  readonly #notes: Notes
  readonly #drafts = new Map<Uin, string>()

  constructor(notes: Notes) {
    this.#notes = notes
  }

  /** Takes up what the device has kept, and returns it. */
  load(): ReadonlyMap<Uin, string> {
    for (const [name, draft] of this.#notes.under(page)) {
      const uin = Number(name)
      if (isUin(uin) && typeof draft === 'string') this.#drafts.set(uin, draft)
    }
    return this.#drafts
  }

  get(uin: Uin): string {
    return this.#drafts.get(uin) ?? ''
  }

  /** Empty: there is none. */
  set(uin: Uin, draft: string): void {
    if (draft === '') this.#drafts.delete(uin)
    else this.#drafts.set(uin, draft)
    this.#notes.write(page + uin, draft === '' ? undefined : draft)
  }
}
