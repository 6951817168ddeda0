import type { Notebook } from './options.ts'

/** The notebook as it is at this moment. What is written is there at once, and on the device a little later. */
export class Notes {
  readonly #notebook: Notebook
  readonly #onTrouble: (error: unknown) => void
  readonly #pages = new Map<string, unknown>()
  /** Names that are being written; true: to be written again, because the value has become another one meanwhile. */
  readonly #writing = new Map<string, boolean>()
  #idle = Promise.withResolvers<void>()

  constructor(notebook: Notebook, onTrouble: (error: unknown) => void) {
    this.#notebook = notebook
    this.#onTrouble = onTrouble
  }

  /** Reads everything. A notebook that cannot be read is taken for an empty one, and told of. */
  async load(): Promise<void> {
    try {
      for (const [name, value] of await this.#notebook.read()) this.#pages.set(name, value)
    } catch (error) {
      this.#onTrouble(error)
    }
  }

  /** What was written under a name, over what it is otherwise. */
  read<Value extends object>(name: string, otherwise: Value): Value {
    const value = this.#pages.get(name)
    if (typeof value !== 'object' || value === null) return otherwise
    return Array.isArray(value) ? (value as Value) : { ...otherwise, ...value }
  }

  /** Everything under names that begin like this, with the rest of the name. */
  *under(start: string): Generator<[rest: string, value: unknown]> {
    for (const [name, value] of this.#pages) if (name.startsWith(start)) yield [name.slice(start.length), value]
  }

  /** Undefined takes the page out. */
  write(name: string, value: unknown): void {
    if (value === undefined) this.#pages.delete(name)
    else this.#pages.set(name, value)
    if (this.#writing.has(name)) this.#writing.set(name, true)
    else void this.#keep(name)
  }

  /** Resolves when everything has been written. */
  async kept(): Promise<void> {
    while (this.#writing.size > 0) await this.#idle.promise
  }

  async #keep(name: string): Promise<void> {
    do {
      this.#writing.set(name, false)
      try {
        await this.#notebook.write(name, this.#pages.get(name))
      } catch (error) {
        this.#onTrouble(error)
      }
    } while (this.#writing.get(name))
    this.#writing.delete(name)
    if (this.#writing.size > 0) return
    this.#idle.resolve()
    this.#idle = Promise.withResolvers()
  }
}
