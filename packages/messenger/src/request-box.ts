import type { Uin } from '@seekyou/language'
import type { Request } from './contract.ts'
import type { Notes } from './notes.ts'
import { watched } from './watched.ts'

const page = 'requests'
/** More than these nobody answers: the oldest are put away. */
const requestsMax = 200

/** What wants an answer, or to be seen; oldest first. It outlives the program. */
export class RequestBox {
  readonly requests = watched<readonly Request[]>([])
  readonly #notes: Notes

  constructor(notes: Notes) {
    this.#notes = notes
  }

  load(): void {
    this.requests.set(this.#notes.read<Request[]>(page, []))
  }

  get(id: string): Request | undefined {
    return this.requests.get().find((request) => request.id === id)
  }

  /** Whoever says the same thing again is heard once. */
  put(request: Request): void {
    const others = this.requests.get().filter(({ from, what }) => from !== request.from || what !== request.what)
    this.#set([...others, request].slice(-requestsMax))
  }

  remove(id: string): void {
    this.#set(this.requests.get().filter((request) => request.id !== id))
  }

  removeOf(from: Uin, what: Request['what']): void {
    this.#set(this.requests.get().filter((request) => request.from !== from || request.what !== what))
  }

  #set(requests: readonly Request[]): void {
    if (requests.length === 0 && this.requests.get().length === 0) return
    this.#notes.write(page, requests)
    this.requests.set(requests)
  }
}
