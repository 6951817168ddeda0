import type { PeerNews, Wish } from '@seekyou/client'
import type { Text, Uin } from '@seekyou/language'
import { SignedOff } from './errors.ts'

interface AwayTextHost {
  readonly wish: (wish: Wish) => void
  readonly nextId: () => number
  readonly decode: (text: Text) => string
}

/** Questions to contacts for their away texts, which go over direct connections only. */
export class AwayTexts {
  readonly #host: AwayTextHost
  readonly #open = new Map<number, PromiseWithResolvers<string | undefined>>()

  constructor(host: AwayTextHost) {
    this.#host = host
  }

  /** Undefined: it cannot be had. Rejects with the signal's reason. */
  ask(uin: Uin, signal?: AbortSignal): Promise<string | undefined> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    const id = this.#host.nextId()
    const open = Promise.withResolvers<string | undefined>()
    const abort = (): void => open.reject(signal?.reason)
    this.#open.set(id, open)
    signal?.addEventListener('abort', abort)
    this.#host.wish({ name: 'askAwayText', id, uin })
    return open.promise.finally(() => signal?.removeEventListener('abort', abort))
  }

  hear({ id, text }: Extract<PeerNews, { kind: 'awayText' }>): void {
    this.#open.get(id)?.resolve(text && this.#host.decode(text))
    this.#open.delete(id)
  }

  /** The user is gone. */
  end(): void {
    for (const { reject } of this.#open.values()) reject(new SignedOff())
    this.#open.clear()
  }
}
