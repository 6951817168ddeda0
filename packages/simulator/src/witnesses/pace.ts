import type { Address, Millis, Uin } from '@seekyou/language'
import type { Limits } from '@seekyou/server'
import type { Saying, Visit } from '../visit.ts'
import { Leak } from './leak.ts'
import type { Complain, Witness } from './witness.ts'

const ackCode = 0x0a
/** What was held up on the way to a visitor may leave at once. */
const windowMax = 8
/** One datagram more than the budget holds. */
const datagramMax = 1_000
const answers = { userFound: 'searches', infoFound: 'infos', extInfoFound: 'infos' } as const

/** Nobody is told more, or faster, than the limits allow: bytes, news of presence, answers about people. */
export class Pace implements Witness {
  readonly #limits: Limits
  readonly #complain: Complain
  #bytes = new WeakMap<Visit, Leak>()
  #news = new WeakMap<Visit, Map<Uin, Leak>>()
  #searches = new Map<Uin, Leak>()
  #infos = new Map<Uin, Leak>()
  /** The search of which a result was told last, by visitor: only the first result counts. */
  readonly #search = new WeakMap<Visit, number>()

  constructor(limits: Limits, complain: Complain) {
    this.#limits = limits
    this.#complain = complain
  }

  cameOut(_: Address, bytes: Uint8Array, visit: Visit | undefined, now: Millis): void {
    if (!visit || (bytes[2] === ackCode && bytes[3] === 0)) return
    const { bytesPerSecond } = this.#limits
    const leak = this.#bytes.get(visit) ?? new Leak(bytesPerSecond)
    this.#bytes.set(visit, leak)
    const level = leak.pour(bytes.length, now)
    if (level > bytesPerSecond + datagramMax)
      this.#complain(
        'pace',
        now,
        `${visit.uin} is sent ${level.toFixed(0)} bytes at once, ${bytesPerSecond} a second are the most`,
      )
  }

  said(visit: Visit, { event, request, sends }: Saying, now: Millis): void {
    if (sends > 1) return
    switch (event.name) {
      case 'contactStatusChanged':
        this.#checkNews(visit, event.uin, now)
        break
      case 'userFound':
        if (this.#search.get(visit) === request) break
        this.#search.set(visit, request)
        this.#checkAnswers(visit, answers[event.name], now)
        break
      case 'infoFound':
      case 'extInfoFound':
        this.#checkAnswers(visit, answers[event.name], now)
        break
    }
  }

  wentDown(): void {
    this.#bytes = new WeakMap()
    this.#news = new WeakMap()
    this.#searches = new Map()
    this.#infos = new Map()
  }

  #checkNews(visit: Visit, uin: Uin, now: Millis): void {
    const { presenceEveryMs } = this.#limits
    if (presenceEveryMs === 0) return
    const all = this.#news.get(visit) ?? new Map<Uin, Leak>()
    this.#news.set(visit, all)
    const leak = all.get(uin) ?? new Leak(1_000 / presenceEveryMs)
    all.set(uin, leak)
    if (leak.pour(1, now) > windowMax) this.#complain('pace', now, `${visit.uin} is told of each whim of ${uin}`)
  }

  #checkAnswers({ uin }: Visit, what: 'searches' | 'infos', now: Millis): void {
    const perMinute = what === 'searches' ? this.#limits.searchesPerMinute : this.#limits.infoRequestsPerMinute
    const all = what === 'searches' ? this.#searches : this.#infos
    const leak = all.get(uin) ?? new Leak(perMinute / 60)
    all.set(uin, leak)
    const level = leak.pour(1, now)
    if (level > perMinute + windowMax)
      this.#complain('pace', now, `${uin} has ${level.toFixed(0)} ${what} answered in a minute`)
  }
}
