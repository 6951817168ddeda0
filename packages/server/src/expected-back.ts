// Users whose link has ended and who are still shown as here, because they are expected back in a moment.
import type { Address, Uin } from '@seekyou/language'
import { noLongerAbsent } from './absences.ts'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { say, tell } from './router.ts'
import { closeLink } from './visit.ts'

/**
 * COMPAT mICQ 0.2.5: its table of numbers is almost full, and it would write beyond the end. It is told to sign on anew, which
 * it does after five seconds, with an empty table; its user is shown as here until then.
 */
export function startAgain(house: House, guest: Guest): void {
  if (guest.isGone) return
  say(house, guest, { name: 'startAgain' })
  closeLink(house, guest, 'startAgain')
  house.guests.forgetNumbers(guest.uin)
  house.absences.sentAway.begin(guest.uin, house.now)
  house.counters.startedAgain += 1
}

/** The road to an address has ended for good. Whoever was signed on there may come back from another one; messages are stored meanwhile. */
export function loseRoad(house: House, address: Address): void {
  const { reception, guests, absences, now } = house
  const pending = reception.signOnAt(address)
  if (pending) reception.endSignOn(address, pending)
  const guest = guests.at(address)
  if (!guest) return
  closeLink(house, guest, 'gone')
  absences.gone.begin(guest.uin, now)
}

/** Whoever was expected back and has not come has left. */
export function endAbsences(house: House): void {
  const { absences, now } = house
  for (const some of [absences.sentAway, absences.gone]) {
    for (let uin = some.takeDue(now); uin; uin = some.takeDue(now)) leave(house, uin)
  }
}

/** The operator waits for somebody no longer. */
export function endAbsence(house: House, uin: Uin): void {
  if (noLongerAbsent(house, uin)) leave(house, uin)
}

function leave(house: House, uin: Uin): void {
  // Of a visit that was taken up without a link, the store still knows.
  house.book.write(uin, house.now)
  tell(house, house.presence.leave(uin, house.now))
}
