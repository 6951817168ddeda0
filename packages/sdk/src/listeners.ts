import { SignedOff } from './errors.ts'

/** Something that happens; which, `type` says. */
export interface Typed {
  readonly type: string
}

/** The event of a type; `*`: any event. */
export type Heard<Event extends Typed, Type extends Event['type'] | '*'> = Type extends '*'
  ? Event
  : Extract<Event, { readonly type: Type }>

/** What is done when something happens. What it throws, or rejects with, stops nothing. */
export type Listener<Event extends Typed, Type extends Event['type'] | '*'> = (event: Heard<Event, Type>) => unknown

/** How many events may wait for somebody who reads them one by one. */
const waitingMax = 10_000

type Tell = (event: never) => unknown

/** Everybody who wants to be told. */
export class Listeners<Event extends Typed> {
  readonly #onError: (error: unknown) => void
  readonly #listeners = new Map<string, Set<Tell>>()
  readonly #ends = new Set<() => void>()
  #isOver = false

  /** `onError` gets what listeners throw, or reject with. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  /** Tells everybody. Whoever is added meanwhile is told of the next event. */
  emit(event: Event): void {
    for (const type of [event.type, '*']) {
      for (const listener of [...(this.#listeners.get(type) ?? [])]) this.#tell(listener, event)
    }
  }

  /** Returns what stops it. */
  on<Type extends Event['type'] | '*'>(type: Type, listener: Listener<Event, Type>, signal?: AbortSignal): () => void {
    return this.#add(type, listener, signal)
  }

  /** The next event of a type. Rejects with the signal's reason, or with `SignedOff` when nothing happens any more. */
  once<Type extends Event['type'] | '*'>(type: Type, signal?: AbortSignal): Promise<Heard<Event, Type>> {
    return new Promise((resolve, reject) => {
      const give = (settle: () => void): void => {
        stop()
        this.#ends.delete(end)
        signal?.removeEventListener('abort', abort)
        settle()
      }
      const stop = this.on(type, (event) => give(() => resolve(event)))
      const end = (): void => give(() => reject(new SignedOff()))
      const abort = (): void => give(() => reject(signal?.reason))
      this.#ends.add(end)
      signal?.addEventListener('abort', abort)
      if (signal?.aborted) abort()
      else if (this.#isOver) end()
    })
  }

  /**
   * Every event from here on, until the user is off line for good or the signal is aborted. Throws a RangeError when 10,000 wait to
   * be read.
   */
  async *events(signal?: AbortSignal): AsyncGenerator<Event, void, undefined> {
    const waiting: Event[] = []
    let isOver = this.#isOver
    let wake = (): void => {}
    const end = (): void => {
      isOver = true
      wake()
    }
    const stop = this.#add('*', (event: Event) => {
      if (waiting.length <= waitingMax) waiting.push(event)
      wake()
    })
    this.#ends.add(end)
    signal?.addEventListener('abort', end)
    try {
      while (!signal?.aborted) {
        if (waiting.length > waitingMax) throw new RangeError(`${waitingMax} events wait to be read: read them faster.`)
        const next = waiting.shift()
        if (next) yield next
        else if (isOver) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      stop()
      this.#ends.delete(end)
      signal?.removeEventListener('abort', end)
    }
  }

  /** Nothing happens any more. */
  end(): void {
    this.#isOver = true
    for (const end of [...this.#ends]) end()
    this.#listeners.clear()
  }

  #add(type: string, listener: Tell, signal?: AbortSignal): () => void {
    if (signal?.aborted || this.#isOver) return () => {}
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners)
    // A listener of its own, so that the same function may listen twice.
    const own: Tell = (event) => listener(event)
    listeners.add(own)
    const stop = (): void => {
      listeners.delete(own)
      signal?.removeEventListener('abort', stop)
    }
    signal?.addEventListener('abort', stop)
    return stop
  }

  #tell(listener: Tell, event: Event): void {
    try {
      const result = listener(event as never)
      if (result instanceof Promise) result.catch(this.#onError)
    } catch (error) {
      this.#onError(error)
    }
  }
}
