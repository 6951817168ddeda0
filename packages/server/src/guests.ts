import type { Address, Millis, Uin } from '@seekyou/language'
import { Agenda } from '@seekyou/link'
import type { Guest } from './guest.ts'
import type { Pace } from './pace.ts'

/** How long a client that was told to sign on again may expect its server numbers to go on, in milliseconds. */
const numbersKeptMs = 600_000
/** How long a datagram of a former link may still be under way, in milliseconds. */
const underWayMs = 60_000
/** For how many departed users the next number is remembered; the oldest are forgotten. */
const departedMax = 10_000

/** Everyone who is signed on, by address and by UIN, and who must be woken when. */
export class Guests {
  readonly #byAddress = new Map<Address, Guest>()
  readonly #byUin = new Map<Uin, Guest>()
  readonly #agenda = new Agenda<Guest>()
  readonly #departed = new Map<number, Departed>()

  get size(): number {
    return this.#byUin.size
  }

  get wakeAt(): Millis | undefined {
    return this.#agenda.next
  }

  at(address: Address): Guest | undefined {
    return this.#byAddress.get(address)
  }

  of(uin: Uin): Guest | undefined {
    return this.#byUin.get(uin)
  }

  all(): Iterable<Guest> {
    return this.#byUin.values()
  }

  add(guest: Guest): void {
    this.#byAddress.set(guest.address, guest)
    this.#byUin.set(guest.uin, guest)
    this.schedule(guest)
  }

  remove(guest: Guest, now: Millis): void {
    guest.isGone = true
    this.#byAddress.delete(guest.address)
    this.#byUin.delete(guest.uin)
    this.#departed.delete(guest.uin)
    guest.pace.clear()
    this.#departed.set(guest.uin, departedAt(guest, now))
    if (this.#departed.size > departedMax) this.#departed.delete(this.#departed.keys().next().value!)
  }

  /** The pace at which somebody left who has been here not long ago. */
  paceOf(uin: Uin): Pace | undefined {
    return this.#departed.get(uin)?.pace
  }

  /** Somebody who has just left has forgotten all numbers: the next link begins anew, unless they are sent back once more. */
  forgetNumbers(uin: Uin): void {
    const departed = this.#departed.get(uin)
    if (!departed) return
    departed.address = undefined
    departed.sentBackAt = undefined
  }

  /** Somebody without a link, or with one from another address, was told to sign on (again). */
  noteSentBack(uin: number, now: Millis): void {
    const known = this.#byUin.get(uin as Uin) ?? this.#departed.get(uin)
    if (known) known.sentBackAt = now
  }

  /**
   * The numbers with which a new link goes on if the present one ends now; undefined: it begins anew. A link that follows another between the same two
   * addresses goes on with its numbers, as long as datagrams of the former one may come: they would be taken for those of the new one.
   * COMPAT mICQ 0.2.5: signs on again when told that it is not connected, without forgetting the numbers it has seen, and
   * would ignore an answer that began anew.
   */
  numbersBefore(uin: Uin, address: Address, now: Millis): Numbers | undefined {
    const guest = this.#byUin.get(uin)
    const former = guest ? departedAt(guest, now) : this.#departed.get(uin)
    if (!former) return undefined
    const { sentBackAt = Number.NEGATIVE_INFINITY, leftAt, numbers } = former
    const follows = former.address === address && now - leftAt < underWayMs
    return follows || now - sentBackAt < numbersKeptMs ? numbers : undefined
  }

  /** Sees to it that the guest is woken in time. Moving a wake-up to later costs nothing: the early one finds nothing due. */
  schedule(guest: Guest): void {
    const at = wakeAtOf(guest)
    if (at >= guest.wakesAt) return
    guest.wakesAt = at
    this.#agenda.add(guest, at)
  }

  /** The next guest who has something due, or undefined. Whoever was taken must be scheduled again. */
  takeDue(now: Millis): Guest | undefined {
    for (;;) {
      const at = this.#agenda.next
      const guest = this.#agenda.takeDue(now)
      if (!guest) return undefined
      // An earlier wake-up has taken the place of this one and has been followed by its own successor.
      if (guest.isGone || at !== guest.wakesAt) continue
      guest.wakesAt = Number.POSITIVE_INFINITY
      if (wakeAtOf(guest) <= now) return guest
      this.schedule(guest)
    }
  }
}

/** The next number of a link, and how many it may still use. */
interface Numbers {
  readonly next: number
  readonly left: number
}

/** Somebody who has left, and what their next visit must know. */
interface Departed {
  address: Address | undefined
  readonly leftAt: Millis
  readonly numbers: Numbers
  readonly pace: Pace
  sentBackAt: Millis | undefined
}

const departedAt = ({ address, link, sentBackAt, pace }: Guest, leftAt: Millis): Departed => ({
  address,
  leftAt,
  numbers: { next: link.nextSequence, left: link.numbersLeft },
  sentBackAt,
  pace,
})

function wakeAtOf({ link, pace, holdUntil, fetches }: Guest): Millis {
  let at = Math.min(link.wakeAt ?? Number.POSITIVE_INFINITY, pace.wakeAt ?? Number.POSITIVE_INFINITY)
  if (holdUntil !== undefined && holdUntil < at) at = holdUntil
  for (const { endsAt, readAt, isRead, isTold } of fetches) {
    const due = isRead ? endsAt : readAt
    if (!isTold && due !== undefined && due < at) at = due
  }
  return at
}
