import type { AsideAnswer, AsideAsk, AsideName } from '@seekyou/office'
import type { World } from '@seekyou/sdk'

/** How long an answer is waited for, in milliseconds. */
const patienceMs = 10_000

/** An aside was not met: the message is a sentence for people. */
class AsideRefused extends Error {
  override readonly name = 'AsideRefused'
}

interface Open {
  readonly resolve: (answer: never) => void
  readonly reject: (error: AsideRefused) => void
  readonly forget: () => void
}

/** Asks the server what version 2 has no words for, as JSON in the texts of the same road. */
export class AsideDesk {
  readonly #world: World
  readonly #open = new Map<number, Open>()
  #write: ((text: string) => void) | undefined
  #lastId = 0

  constructor(world: World) {
    this.#world = world
  }

  /** Whether the road of this moment carries asides. */
  get isOffered(): boolean {
    return this.#write !== undefined
  }

  /** To be asked only while on line. Rejects with a sentence for people. */
  ask<Name extends AsideName>(name: Name, ask: AsideAsk<Name>): Promise<AsideAnswer<Name>> {
    const write = this.#write
    if (!write) return Promise.reject(new AsideRefused('This server does not offer that, or is not connected.'))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      const forget = this.#world.at(this.#world.now() + patienceMs, () => {
        this.#open.delete(id)
        reject(new AsideRefused('The server did not answer. Try again later.'))
      })
      this.#open.set(id, { resolve, reject, forget })
      write(JSON.stringify({ id, name, ask }))
    })
  }

  opened(write: ((text: string) => void) | undefined): void {
    this.#write = write
  }

  closed(): void {
    this.#write = undefined
    for (const { reject, forget } of this.#open.values()) {
      forget()
      reject(new AsideRefused('The connection ended before the server answered. Try again.'))
    }
    this.#open.clear()
  }

  /** What cannot be understood is nobody's answer. */
  read(text: string): void {
    const { id, answer, refused } = parsed(text)
    const open = typeof id === 'number' ? this.#open.get(id) : undefined
    if (!open) return
    this.#open.delete(id as number)
    open.forget()
    if (typeof answer === 'object' && answer !== null) open.resolve(answer as never)
    else open.reject(new AsideRefused(typeof refused === 'string' ? refused : 'The server refused without a reason.'))
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}
