import type { Event, IntentName } from '@seekyou/language'
import { dropMessage } from './delivery.ts'
import type { Guest } from './guest.ts'
import type { House } from './house.ts'
import type { Command } from './pace.ts'
import { acknowledge, say } from './router.ts'

/** How a request that is not carried out ends. About requests for profiles clients have nothing to hear but silence. */
const answers: { readonly [Name in IntentName]?: Event } = {
  searchUin: { name: 'searchEnded', hasMore: true },
  searchUser: { name: 'searchEnded', hasMore: true },
  updateInfo: { name: 'infoNotUpdated' },
  updateExtInfo: { name: 'extInfoNotUpdated' },
  changePassword: { name: 'passwordNotChanged' },
}

/** A command for which there is no place to wait: it is acknowledged, not carried out, and its user told as far as words exist. */
export function turnAway(house: House, guest: Guest, { intent, request, sequence, code }: Command): void {
  acknowledge(house, { guest, sequence, code })
  if (intent.name === 'sendMessage') dropMessage(house, guest, intent.to, 'tooFast')
  else if (intent.name === 'addContact') dropMessage(house, guest, intent.uin, 'tooFast')
  else {
    house.counters.requestsDropped += 1
    const answer = answers[intent.name]
    if (answer) say(house, guest, answer, request)
  }
}
