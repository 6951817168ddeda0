// The numbers of what is sent to a guest. A node that takes up the link must never use one again for something else: the client would
// take news for a repetition, and acknowledge it without showing it. So they are kept in blocks before they are used.
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { turn } from './router.ts'
import { reserveMs } from './visit-book.ts'

/** So many numbers are granted at a time. */
export const numbersBlock = 64

/** How far away the numbers are that are used while none can be kept: so far at least, and further as time goes by, round and round. */
const away = { least: 1_024, step: 64, eachMs: 250, steps: 64 }

/**
 * A number far away from this one: a node that takes up the link would not come there soon. If that node has to leave as well, it goes
 * elsewhere, because it is later. Clients take numbers that are much further away for earlier ones.
 */
export function farFrom({ options, now }: House, sequence: number): number {
  const { least, step, eachMs, steps } = away
  return (sequence + least + step * (Math.floor(options.wall(now) / eachMs) % steps)) & 0xffff
}

/** Asks for more numbers when half a block is left. */
export function watchNumbers(house: House, guest: Guest): void {
  const { numbersLeft } = guest.link
  if (numbersLeft < numbersBlock / 2 && !guest.isReserving) reserve(house, guest)
  if (numbersLeft <= 0) house.book.hurry(house.now)
}

function reserve(house: House, guest: Guest): void {
  guest.isReserving = true
  const goOn = (isWritten: boolean): void => {
    guest.isReserving = false
    if (guest.isGone) return
    if (isWritten) turn(house, guest, { kind: 'grant', numbers: numbersBlock })
    else goFarAway(house, guest)
  }
  house.book.writeNumbers(guest.uin, house.now, goOn, reserveMs)
}

/**
 * While the store is away, or slow, people who are here go on talking. A client that cannot bear high numbers has to wait. Each block is
 * elsewhere: what is behind the one before may have been kept meanwhile, and a node that takes up the link would begin right there.
 */
function goFarAway(house: House, guest: Guest): void {
  const { uin, link, listener } = guest
  if (listener.sequenceMax !== undefined) {
    reserve(house, guest)
    return
  }
  const from = farFrom(house, link.nextSequence + link.numbersLeft)
  turn(house, guest, { kind: 'grant', numbers: numbersBlock, from })
  // As soon as the store works, or another trouble could come to these numbers again.
  house.book.writeNumbers(uin, house.now)
}
