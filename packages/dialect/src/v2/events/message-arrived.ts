import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { deliveredMessage } = serverPackets

/** Messages of one sender go one at a time, so that they are shown in the order in which they were written. */
export const messageArrived: EventPhrase<'messageArrived'> = {
  patience: 'message',
  lane: ({ from }) => from,
  hear: [heardIn(deliveredMessage, ({ from, kind, text }) => ({ from: from as Uin, kind, text }))],
  speak: ({ from, kind, text }) => words(deliveredMessage, { from, kind, text }),
}
