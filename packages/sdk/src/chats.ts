import type { ClientOutcome, Wish } from '@seekyou/client'
import type { Text, Uin } from '@seekyou/language'
import { Chat } from './chat.ts'
import { readLook } from './chat-event.ts'
import { ChatError } from './errors.ts'
import type { ChatRequestedEvent } from './events.ts'

/** What happens to chats. */
export type ChatOutcome = Extract<ClientOutcome, { kind: 'chatRequested' | 'chatBegan' | 'stroked' | 'chatEnded' }>

/** What chats need of the user who has them. */
export interface ChatHost {
  readonly wish: (wish: Wish) => void
  readonly nextId: () => number
  readonly encode: (text: string) => Text
  readonly decode: (text: Text) => string
  readonly emit: (event: ChatRequestedEvent) => void
  readonly onError: (error: unknown) => void
}

/** What goes along with a request for a chat. */
export interface RequestChatOptions {
  /** Why; shown to the other one. */
  readonly reason?: string
  /** What to be called in the chat. */
  readonly nick?: string
  /** Takes the request back. Does nothing once the chat has begun. */
  readonly signal?: AbortSignal
}

interface Coming {
  readonly with: Uin
  readonly resolve: (chat: Chat) => void
  readonly reject: (error: unknown) => void
}

/** All chats of one user, by their ids. */
export class Chats {
  readonly #host: ChatHost
  readonly #nick: string
  /** Asked for by others, and not answered yet. */
  readonly #requested = new Map<number, Uin>()
  /** Asked for by this user, or accepted, and not begun yet. */
  readonly #coming = new Map<number, Coming>()
  readonly #chats = new Map<number, Chat>()

  /** `nick`: what this user is called in chats unless told. */
  constructor(host: ChatHost, nick: string) {
    this.#host = host
    this.#nick = nick
  }

  /** Rejects with `ChatError` when it does not come about, or with the signal's reason. */
  request(to: Uin, { reason = '', nick = this.#nick, signal }: RequestChatOptions): Promise<Chat> {
    const { nextId, encode, wish } = this.#host
    const id = nextId()
    return this.#await(id, to, signal, () =>
      wish({ name: 'requestChat', id, to, reason: encode(reason), nick: encode(nick) }),
    )
  }

  hear(outcome: ChatOutcome): void {
    const { id } = outcome
    switch (outcome.kind) {
      case 'chatRequested':
        this.#requested.set(id, outcome.from)
        this.#host.emit(this.#request(outcome))
        break
      case 'chatBegan': {
        const coming = this.#coming.get(id)
        const chat = this.#begin(id, coming?.with, outcome)
        this.#coming.delete(id)
        if (coming) coming.resolve(chat)
        else chat.leave()
        break
      }
      case 'stroked':
        this.#chats.get(id)?.hear(outcome.strokes)
        break
      case 'chatEnded': {
        const reason = this.#host.decode(outcome.reason)
        this.#requested.delete(id)
        this.#coming.get(id)?.reject(new ChatError(outcome.because, reason))
        this.#coming.delete(id)
        this.#chats.get(id)?.end(outcome.because, reason)
        this.#chats.delete(id)
      }
    }
  }

  /** The user is gone. */
  end(): void {
    for (const { reject } of this.#coming.values()) reject(new ChatError('unreachable'))
    for (const chat of this.#chats.values()) chat.end('left', '')
    this.#coming.clear()
    this.#chats.clear()
    this.#requested.clear()
  }

  #request({ id, from, isProven, reason }: Extract<ChatOutcome, { kind: 'chatRequested' }>): ChatRequestedEvent {
    const { wish, encode, decode } = this.#host
    const answer = (accept: boolean, why: string, nick: string): void =>
      wish({ name: 'answerChat', id, accept, reason: encode(why), nick: encode(nick) })
    return {
      type: 'chatRequested',
      from,
      isProven,
      reason: decode(reason),
      accept: ({ nick = this.#nick, signal } = {}) => {
        if (!this.#requested.delete(id)) return Promise.reject(new ChatError('cancelled'))
        return this.#await(id, from, signal, () => answer(true, '', nick))
      },
      refuse: (why = '') => {
        if (this.#requested.delete(id)) answer(false, why, '')
      },
    }
  }

  #await(id: number, uin: Uin, signal: AbortSignal | undefined, begin: () => void): Promise<Chat> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#coming.delete(id)
        this.#host.wish({ name: 'leaveChat', id })
        reject(signal?.reason)
      }
      const forget = (): void => signal?.removeEventListener('abort', abort)
      signal?.addEventListener('abort', abort)
      this.#coming.set(id, {
        with: uin,
        resolve: (chat) => {
          forget()
          resolve(chat)
        },
        reject: (error) => {
          forget()
          reject(error)
        },
      })
      begin()
    })
  }

  #begin(id: number, uin: Uin | undefined, outcome: Extract<ChatOutcome, { kind: 'chatBegan' }>): Chat {
    const { wish, encode, decode, onError } = this.#host
    const chat = new Chat(uin as Uin, decode(outcome.nick), readLook(outcome, decode), {
      type: (strokes) => wish({ name: 'type', id, strokes }),
      leave: () => wish({ name: 'leaveChat', id }),
      encode,
      decode,
      onError,
    })
    this.#chats.set(id, chat)
    return chat
  }
}
