import type { ClientOutcome, OutgoingMessage } from '@seekyou/client'
import type { Text, Uin } from '@seekyou/language'
import { SendError } from '../errors.ts'
import { Delivery, newPiece, type Piece, type Sent } from './delivery.ts'
import type { QueuedMessage, QueueStore } from './queue-store.ts'

/** What became of a message. */
export type MessageOutcome = Extract<ClientOutcome, { kind: 'messageAccepted' | 'messageReturned' | 'messageFailed' }>

export interface OutgoingOptions {
  /** Hands a message to the machine. */
  readonly hand: (message: OutgoingMessage) => void
  /** A number that no other message has. */
  readonly nextId: () => number
  readonly decode: (text: Text) => string
  /** Called when the store fails in a way that nobody else hears of. */
  readonly onError: (error: unknown) => void
  readonly store: QueueStore | undefined
}

/** How many messages may wait. */
const waitingMax = 10_000
/** How many of them are in the machine's hands at a time. */
const handedMax = 500

/**
 * Messages on their way out, one at a time to each recipient. The machine gets only what it can send, so that whatever waits can
 * still be taken back.
 */
export class Outgoing {
  readonly #options: OutgoingOptions
  readonly #store: QueueStore | undefined
  /** What waits for each recipient, oldest first, what the machine has included. */
  readonly #lanes = new Map<Uin, Piece[]>()
  /** Lanes of which the machine has nothing. */
  readonly #still = new Set<Uin>()
  readonly #handed = new Map<number, Piece>()
  /** Everything that the store was asked to do, one after another. */
  #stored: Promise<void> = Promise.resolve()
  #waiting = 0
  #idle = Promise.withResolvers<void>()
  #isOnline = false
  #isOver = false

  constructor(options: OutgoingOptions) {
    this.#options = options
    this.#store = options.store
  }

  /** How many messages have not been accepted. */
  get waiting(): number {
    return this.#waiting
  }

  /** Takes up what an earlier process left. Rejects when the store does. */
  async load(): Promise<void> {
    for (const message of (await this.#store?.load()) ?? []) {
      const piece = newPiece(message, undefined, true)
      piece.isSaved = true
      this.#put(piece)
    }
  }

  /** Sends messages, and settles when all of them are accepted, or one is not. `isKept`: they go into the store, if there is one. */
  send(messages: readonly QueuedMessage[], isKept: boolean, signal?: AbortSignal): Promise<Sent> {
    const store = isKept ? this.#store : undefined
    const delivery = new Delivery(messages, store !== undefined, signal, (withdrawn) => this.#withdraw(withdrawn))
    if (this.#isOver) delivery.fail(new SendError('signedOff'))
    else if (this.#waiting + messages.length > waitingMax) delivery.fail(new SendError('full'))
    else if (!signal?.aborted) {
      for (const piece of delivery.pieces) this.#put(piece)
      this.#save(delivery, store)
    }
    return delivery.done
  }

  /** Whether the machine can send now. What it was handed before is its own care. */
  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline
    this.#pump()
  }

  hear(outcome: MessageOutcome): void {
    const piece = this.#handed.get(outcome.id)
    if (!piece) return
    this.#handed.delete(outcome.id)
    piece.isHanded = false
    const { delivery } = piece
    const isLeft = outcome.kind === 'messageFailed' && outcome.because === 'signedOff' && piece.isKept
    this.#remove(piece, isLeft)
    if (outcome.kind === 'messageAccepted') {
      const { via, answer } = outcome
      delivery?.accept({ via, ...(answer && { answer: this.#options.decode(answer) }) })
    } else {
      const answer = outcome.kind === 'messageReturned' ? this.#options.decode(outcome.text) : ''
      delivery?.fail(new SendError(outcome.because, { answer, isKept: isLeft }))
      if (delivery && !isLeft) this.#withdraw(delivery)
    }
    this.#pump()
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    if (this.#waiting > 0) await this.#idle.promise
  }

  /** The user is gone: whatever waits fails, and stays in the store. Resolves when the store has nothing left to do. */
  end(): Promise<void> {
    this.#isOver = true
    const left = [...this.#lanes.values()].flat()
    this.#lanes.clear()
    this.#still.clear()
    this.#handed.clear()
    this.#waiting = 0
    this.#idle.resolve()
    for (const { delivery, isKept } of left) delivery?.fail(new SendError('signedOff', { isKept }))
    return this.#stored.then(() => this.#store?.close?.()).catch(this.#options.onError)
  }

  #save(delivery: Delivery, store: QueueStore | undefined): void {
    if (!store) {
      for (const piece of delivery.pieces) piece.isSaved = true
      this.#pump()
      return
    }
    this.#stored = this.#stored.then(async () => {
      try {
        await store.save(delivery.pieces.map(({ message }) => message))
      } catch (cause) {
        for (const piece of delivery.pieces) this.#remove(piece, true)
        delivery.fail(new SendError('notKept', { cause }))
        return
      }
      for (const piece of delivery.pieces) {
        piece.isSaved = true
        if (piece.isWithdrawn) this.#forget(piece)
      }
      this.#pump()
    })
  }

  #put(piece: Piece): void {
    const { to } = piece.message
    const lane = this.#lanes.get(to)
    if (lane) lane.push(piece)
    else {
      this.#lanes.set(to, [piece])
      this.#still.add(to)
    }
    this.#waiting += 1
  }

  #pump(): void {
    if (!this.#isOnline || this.#isOver) return
    for (const to of this.#still) {
      if (this.#handed.size >= handedMax) return
      const piece = this.#lanes.get(to)?.[0]
      if (!piece?.isSaved) continue
      this.#still.delete(to)
      piece.isHanded = true
      const { kind, text, via, urgency } = piece.message
      const id = this.#options.nextId()
      this.#handed.set(id, piece)
      this.#options.hand({ name: 'sendMessage', id, to, kind, text, via, urgency })
    }
  }

  #withdraw(delivery: Delivery): void {
    for (const piece of delivery.pieces) {
      if (piece.isHanded || piece.isWithdrawn) continue
      piece.isWithdrawn = true
      this.#remove(piece, !piece.isSaved)
    }
    this.#pump()
  }

  /** Takes a message out of its lane and, unless it is to be left there, out of the store. */
  #remove(piece: Piece, isLeft: boolean): void {
    const { to } = piece.message
    const lane = this.#lanes.get(to)
    const at = lane?.indexOf(piece) ?? -1
    if (!lane || at < 0) return
    lane.splice(at, 1)
    this.#waiting -= 1
    if (lane.length === 0) {
      this.#lanes.delete(to)
      this.#still.delete(to)
    } else if (!lane[0]?.isHanded) this.#still.add(to)
    if (!isLeft) this.#forget(piece)
    if (this.#waiting > 0) return
    this.#idle.resolve()
    this.#idle = Promise.withResolvers()
  }

  #forget({ isKept, message }: Piece): void {
    const store = this.#store
    if (isKept && store) this.#stored = this.#stored.then(() => store.remove(message.id)).catch(this.#options.onError)
  }
}
