import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { endOfStoredMessages } = serverPackets

export const storedMessagesEnded: EventPhrase<'storedMessagesEnded'> = {
  patience: 'brisk',
  hear: [heardIn(endOfStoredMessages, ({ uin }) => ({ uin: uin as Uin }))],
  speak: ({ uin }) => words(endOfStoredMessages, { uin }),
}
