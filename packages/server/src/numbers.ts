// The numbers of what is sent to a guest. A node that takes up the link must never use one again for something else: the client would
// take news for a repetition, and acknowledge it without showing it. So they are kept in blocks before they are used.
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { turn } from './router.ts'

/** So many numbers are granted at a time. */
export const numbersBlock = 64

/** How far away the numbers are that are used while none can be kept: so far at first, and further with each so many milliseconds. */
const away = { first: 4_096, further: 128, eachMs: 4_000, timesMax: 100 }

/** Asks for more numbers when half a block is left. */
export function watchNumbers(house: House, guest: Guest): void {
  const { numbersLeft } = guest.link
  if (numbersLeft < numbersBlock / 2 && !guest.isReserving) reserve(house, guest)
  if (numbersLeft <= 0) house.book.hurry(house.now)
}

function reserve(house: House, guest: Guest): void {
  guest.isReserving = true
  house.book.writeNumbers(guest.uin, house.now, (isWritten) => {
    guest.isReserving = false
    if (guest.isGone) return
    if (isWritten) {
      guest.isFarAway = false
      turn(house, guest, { kind: 'grant', numbers: numbersBlock })
    } else goFarAway(house, guest)
  })
}

/**
 * While the store is away, people who are here go on talking, under numbers that a node which takes up the link would not come to
 * soon. If that node has to leave as well, it goes further, because more time has passed since anything was written. A client
 * takes numbers that are much too far away for earlier ones; one that cannot bear high numbers has to wait.
 */
function goFarAway(house: House, guest: Guest): void {
  const { link, listener, isFarAway } = guest
  if (listener.sequenceMax !== undefined) {
    reserve(house, guest)
    return
  }
  guest.isFarAway = true
  const times = Math.min(away.timesMax, Math.floor(house.book.silentMs(house.now) / away.eachMs))
  const way = away.first + times * away.further
  const from = isFarAway ? undefined : (link.nextSequence + link.numbersLeft + way) & 0xffff
  turn(house, guest, { kind: 'grant', numbers: numbersBlock, from })
}
