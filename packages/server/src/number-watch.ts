// The numbers of a client's commands. Somebody who forges the address of a guest does not know them; whoever guesses is noticed.
import type { IntentName, Millis } from '@seekyou/language'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'

/** How far a number may be from the highest one so far, either way. Clients skip numbers, and datagrams overtake each other. */
const near = 8_192
const alarmEveryMs = 60_000

/** What would harm a guest most if somebody else said it. */
const guarded: ReadonlySet<IntentName> = new Set(['changePassword', 'signOff', 'demandAnswer'])

/** When the operator was told last that somebody may be guessing. */
export class Alarm {
  #lastAt: Millis = Number.NEGATIVE_INFINITY

  mayRing(now: Millis): boolean {
    if (now - this.#lastAt < alarmEveryMs) return false
    this.#lastAt = now
    return true
  }
}

/** Counts a number that is far from the expected ones. False: the command must not have any effect. */
export function watchNumber(house: House, guest: Guest, sequence: number, name: IntentName): boolean {
  const ahead = (sequence - guest.lastSequence) & 0xffff
  if (ahead <= near) {
    guest.lastSequence = sequence
    return true
  }
  // COMPAT Licq: confirms stored messages under the server's number.
  if (ahead >= 0x1_0000 - near || name === 'confirmStoredMessages') return true
  house.counters.farNumbers += 1
  if (house.reception.alarm.mayRing(house.now)) {
    house.out.push({ kind: 'note', note: { what: 'farNumber', uin: guest.uin, address: guest.address } })
  }
  if (!guarded.has(name)) return true
  house.counters.farNumbersRefused += 1
  return false
}
