import type { Urgency } from '@seekyou/client'
import type { Text, Uin } from '@seekyou/language'

/** A message that has not been accepted yet. */
export interface QueuedMessage {
  /** Unique in its queue, whatever process made it. */
  readonly id: string
  readonly to: Uin
  /** ICQ's 16-bit message type. */
  readonly kind: number
  /** Its bytes, as they will be sent. */
  readonly text: Text
  /** As in `SendOptions`; `either`: directly if there is a way. */
  readonly via: 'server' | 'peer' | 'either'
  readonly urgency: Urgency
}

/**
 * Where messages wait that have not been accepted, so that they outlive the process; one store for one user. A message may be sent
 * twice when the process dies between its acceptance and `remove`.
 */
export interface QueueStore {
  /** Everything that waits, oldest first. Called once, before anything else. */
  load(): Promise<readonly QueuedMessage[]>
  /** Keeps all of these behind the others, or rejects and keeps none. Calls do not overlap. */
  save(messages: readonly QueuedMessage[]): Promise<void>
  /** Forgets one. */
  remove(id: string): Promise<void>
  /** The user is gone, and everything that was asked for is done. */
  close?(): Promise<void>
}

/** A queue that ends with the process, for tests: two users in turn can be given the same one. */
export function memoryQueue(): QueueStore {
  const kept = new Map<string, QueuedMessage>()
  return {
    load: async () => [...kept.values()],
    save: async (messages) => {
      for (const message of messages) kept.set(message.id, message)
    },
    remove: async (id) => {
      kept.delete(id)
    },
  }
}
