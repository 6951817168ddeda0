import type { Uin } from '@seekyou/language'
import type { Entry } from './contract.ts'
import type { History } from './options.ts'

/** The history, asked one thing after another, so that what is read was written. What goes wrong is told, and stops nothing. */
export class Journal {
  readonly #history: History
  readonly #onTrouble: (error: unknown) => void
  #done: Promise<unknown> = Promise.resolve()

  constructor(history: History, onTrouble: (error: unknown) => void) {
    this.#history = history
    this.#onTrouble = onTrouble
  }

  put(entry: Entry): void {
    void this.#then(() => this.#history.put(entry))
  }

  remove(id: string): void {
    void this.#then(() => this.#history.remove(id))
  }

  async page(uin: Uin, count: number, before?: Pick<Entry, 'at' | 'id'>): Promise<readonly Entry[]> {
    return (await this.#then(() => this.#history.page(uin, count, before))) ?? []
  }

  async search(words: string, options: Parameters<History['search']>[1]): Promise<readonly Entry[]> {
    return (await this.#then(() => this.#history.search(words, options))) ?? []
  }

  async *export(uin?: Uin): AsyncGenerator<Entry> {
    await this.kept()
    yield* this.#history.export(uin)
  }

  async clear(uin?: Uin): Promise<void> {
    await this.#then(() => this.#history.clear(uin))
  }

  /** Resolves when everything has been written. */
  async kept(): Promise<void> {
    await this.#done
  }

  #then<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
    const done = this.#done.then(act).catch((error) => {
      this.#onTrouble(error)
      return undefined
    })
    this.#done = done
    return done
  }
}
