import type { QueuedMessage } from './queue-store.ts'

/** One message in the queue. */
export interface Piece {
  readonly message: QueuedMessage
  /** Undefined: nobody waits for it, because an earlier process sent it. */
  readonly delivery: Delivery | undefined
  /** Whether the store keeps it, or is to keep it as soon as it has saved it. */
  readonly isKept: boolean
  isSaved: boolean
  /** The machine has it. */
  isHanded: boolean
  /** Nobody wants it to be sent any more. */
  isWithdrawn: boolean
}

/** How a message was accepted. */
export interface Sent {
  /** By the server, or by the recipient's client, over a direct connection. */
  readonly via: 'server' | 'peer'
  /** What the recipient's client says about their being away. */
  readonly answer?: string
}

/** Messages that belong together: they are accepted when all of them are, and fail when one does. */
export class Delivery {
  readonly pieces: readonly Piece[]
  readonly done: Promise<Sent>
  readonly #settle: PromiseWithResolvers<Sent>
  readonly #forgetSignal: () => void
  #left: number
  #answer: string | undefined

  /** `withdraw` is called when whatever is left of it is not to be sent any more. */
  constructor(
    messages: readonly QueuedMessage[],
    isKept: boolean,
    signal: AbortSignal | undefined,
    withdraw: (delivery: Delivery) => void,
  ) {
    this.pieces = messages.map((message) => newPiece(message, this, isKept))
    this.#settle = Promise.withResolvers()
    this.done = this.#settle.promise
    this.#left = messages.length
    const abort = (): void => {
      this.fail(signal?.reason)
      withdraw(this)
    }
    this.#forgetSignal = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) this.fail(signal.reason)
  }

  accept({ via, answer }: Sent): void {
    this.#left -= 1
    this.#answer = answer ?? this.#answer
    if (this.#left > 0) return
    this.#forgetSignal()
    this.#settle.resolve({ via, ...(this.#answer !== undefined && { answer: this.#answer }) })
  }

  fail(error: unknown): void {
    this.#forgetSignal()
    this.#settle.reject(error)
  }
}

/** A message that is neither saved nor handed over. */
export const newPiece = (message: QueuedMessage, delivery: Delivery | undefined, isKept: boolean): Piece => ({
  message,
  delivery,
  isKept,
  isSaved: false,
  isHanded: false,
  isWithdrawn: false,
})
