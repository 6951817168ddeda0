import { SendError, type User } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import type { Entry } from './contract.ts'
import { piecesOf } from './measure.ts'
import type { Notes } from './notes.ts'

/** Something that is to be sent. */
interface Parcel {
  /** As it was when it was written; its state is not kept here. */
  readonly entry: Entry
  /** In which it was cut into pieces. */
  readonly page: CodePageName
  /** How many of its pieces have been accepted. */
  readonly accepted: number
}

export interface OutboxHost {
  readonly notes: Notes
  /** Its state has become another one: `waiting` and `sending` go to and fro, the others end it. */
  became(entry: Entry): void
}

const page = 'outbox'

/**
 * What waits to be sent, and what is being sent, in the order in which it was written. It outlives the program: a piece may be sent
 * twice when the program ends between its acceptance and the notebook's being written.
 */
export class Outbox {
  readonly #host: OutboxHost
  readonly #parcels = new Map<string, Parcel>()
  readonly #withdrawals = new Map<string, AbortController>()
  #user: User | undefined
  #isLineUp = false

  constructor(host: OutboxHost) {
    this.#host = host
  }

  /** Takes up what an earlier visit left. */
  load(): void {
    for (const parcel of this.#host.notes.read<Parcel[]>(page, [])) this.#parcels.set(parcel.entry.id, parcel)
  }

  /** Everything that is not settled, as it is at this moment. */
  entries(): Entry[] {
    return [...this.#parcels.values()].map(({ entry }) => this.#current(entry))
  }

  entry(id: string): Entry | undefined {
    const parcel = this.#parcels.get(id)
    return parcel && this.#current(parcel.entry)
  }

  /** Sends it, as soon as there is a line; returns it with its state. `page`: how the recipient reads. */
  put(entry: Entry, codePage: CodePageName): Entry {
    const { state: _, because: __, ...written } = entry
    this.#parcels.set(entry.id, { entry: written, page: codePage, accepted: 0 })
    this.#keep()
    if (this.#user) void this.#carry(entry.id, this.#user)
    return this.#current(written)
  }

  /** Takes it back; what is under way may still arrive. */
  withdraw(id: string): void {
    this.#parcels.delete(id)
    this.#keep()
    this.#withdrawals.get(id)?.abort()
    this.#withdrawals.delete(id)
  }

  /** Somebody who can send, from here on. */
  begin(user: User): void {
    this.#user = user
    for (const id of [...this.#parcels.keys()]) void this.#carry(id, user)
  }

  /** Nobody sends any more; what waits goes on waiting. */
  end(): void {
    this.#user = undefined
  }

  setLine(isUp: boolean): void {
    if (this.#isLineUp === isUp) return
    this.#isLineUp = isUp
    for (const entry of this.entries()) this.#host.became(entry)
  }

  async #carry(id: string, user: User): Promise<void> {
    const withdrawal = new AbortController()
    this.#withdrawals.set(id, withdrawal)
    try {
      await Promise.all(this.#hand(id, user, withdrawal.signal))
      this.#settle(id, 'accepted')
    } catch (error) {
      // Withdrawn, or the user signed off first.
      if (withdrawal.signal.aborted || !this.#parcels.has(id)) return
      const because = error instanceof SendError ? error.because : 'refused'
      if (because === 'signedOff') return
      this.#settle(id, 'failed', because)
      withdrawal.abort()
    }
  }

  #hand(id: string, user: User, signal: AbortSignal): Promise<unknown>[] {
    const { entry, page, accepted } = this.#parcels.get(id)!
    const { with: to, content } = entry
    const options = { via: 'server', signal } as const
    switch (content.type) {
      case 'message':
        return piecesOf(content.text, page)
          .slice(accepted)
          .map((piece) => user.send(to, piece, options).then(() => this.#accept(id)))
      case 'url':
        return [user.sendUrl(to, content.url, { ...options, description: content.description })]
      case 'contacts':
        return [user.sendContacts(to, content.contacts, options)]
      case 'authorizationRequested':
        return [user.requestAuthorization(to, content.reason, { ...content, signal })]
      case 'authorizationGranted':
        return [user.authorize(to, { signal })]
      case 'authorizationRefused':
        return [user.refuse(to, content.reason, { signal })]
      default:
        return []
    }
  }

  #accept(id: string): void {
    const parcel = this.#parcels.get(id)
    if (!parcel) return
    this.#parcels.set(id, { ...parcel, accepted: parcel.accepted + 1 })
    this.#keep()
  }

  #settle(id: string, state: 'accepted' | 'failed', because?: string): void {
    const parcel = this.#parcels.get(id)
    this.#parcels.delete(id)
    this.#withdrawals.delete(id)
    if (parcel) this.#host.became({ ...parcel.entry, state, ...(because !== undefined && { because }) })
    // Later than the history, so that nothing is lost in between.
    this.#keep()
  }

  #current(entry: Entry): Entry {
    return { ...entry, state: this.#isLineUp ? 'sending' : 'waiting' }
  }

  #keep(): void {
    this.#host.notes.write(page, [...this.#parcels.values()])
  }
}
