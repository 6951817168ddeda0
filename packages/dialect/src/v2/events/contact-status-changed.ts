import { status, type Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'
import { contactLane } from './lanes.ts'
import { forListener } from './old-eyes.ts'

const { statusUpdate } = serverPackets

export const contactStatusChanged: EventPhrase<'contactStatusChanged'> = {
  patience: 'brisk',
  lane: contactLane,
  hear: [heardIn(statusUpdate, (value) => ({ uin: value.uin as Uin, status: status(value.status) }))],
  speak: ({ uin, status }, _, listener) => words(statusUpdate, { uin, status: forListener(status, listener) }),
}
