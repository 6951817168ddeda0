// What a guest says, and what follows from it.
import type { Intent } from '@seekyou/language'
import { carryOut } from '@seekyou/service'
import type { Frame } from '@seekyou/wire'
import { acceptMessages } from './delivery.ts'
import { startFetch } from './fetch.ts'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import { acknowledge, say, tell, turn } from './router.ts'
import { endVisit } from './visit.ts'

/** A command that this link has not seen before. It gets exactly one ACK, whether it can be understood or not. */
export function obeyFrame(house: House, guest: Guest, frame: Frame): void {
  if (guest.opening) guest.opening.hasGoneOn = true
  const heard = guest.dialect.hear(frame)
  if (heard === 'unknown' || !('intent' in heard)) {
    if (heard === 'unknown') house.counters.unknownCommands += 1
    else house.counters.faults += 1
    acknowledge(house, { guest, sequence: frame.sequence, code: frame.code })
    return
  }
  obey(house, guest, heard.intent, frame, heard.request)
}

/** The ACK always goes before the answer: Licq matches an answer only to a request that has been acknowledged. */
function obey(house: House, guest: Guest, intent: Intent, { sequence, code }: Frame, request: number): void {
  const command = { guest, sequence, code }
  switch (intent.name) {
    case 'signOff':
      acknowledge(house, command)
      endVisit(house, guest, 'signedOff')
      return
    case 'demandAnswer':
      acknowledge(house, command)
      turn(house, guest, { kind: 'resend' })
      return
    case 'fetchStoredMessages':
      acknowledge(house, command)
      startFetch(house, guest)
      return
    case 'signOn':
    case 'register':
    case 'openRegistration':
      throw new Error(`${intent.name} belongs to strangers, not to a link`)
    default: {
      const { presence, now, options } = house
      const effects = carryOut(intent, { user: guest.uin, now, wall: options.wall(now), presence })
      if (effects.messages) acceptMessages(house, effects.messages, command)
      else acknowledge(house, command)
      if (effects.answers) for (const event of effects.answers) say(house, guest, event, request)
      if (effects.told) tell(house, effects.told)
    }
  }
}
