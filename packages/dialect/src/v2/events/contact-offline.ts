import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { userOffline } = serverPackets

export const contactOffline: EventPhrase<'contactOffline'> = {
  patience: 'brisk',
  hear: [heardIn(userOffline, ({ uin }) => ({ uin: uin as Uin }))],
  speak: ({ uin }) => words(userOffline, { uin }),
}
