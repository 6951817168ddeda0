import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { receiveMessage } = serverPackets

/** The time is UTC to the minute (docs/protocol/time.md). */
export const storedMessageArrived: EventPhrase<'storedMessageArrived'> = {
  patience: 'message',
  hear: [
    heardIn(receiveMessage, ({ from, year, month, day, hour, minute, kind, text }) => ({
      from: from as Uin,
      kind,
      text,
      at: Date.UTC(year, month - 1, day, hour, minute),
    })),
  ],
  speak: ({ from, kind, text, at }) => {
    const time = new Date(at)
    return words(receiveMessage, {
      from,
      year: time.getUTCFullYear(),
      month: time.getUTCMonth() + 1,
      day: time.getUTCDate(),
      hour: time.getUTCHours(),
      minute: time.getUTCMinutes(),
      kind,
      text,
    })
  },
}
