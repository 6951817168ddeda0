import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'
import { contactLane } from './lanes.ts'

const { userOffline } = serverPackets

export const contactOffline: EventPhrase<'contactOffline'> = {
  patience: 'brisk',
  lane: contactLane,
  // Whoever hides must not be seen once more because news of before had to wait.
  supersedes: true,
  hear: [heardIn(userOffline, ({ uin }) => ({ uin: uin as Uin }))],
  speak: ({ uin }) => words(userOffline, { uin }),
}
