import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { badPassword, tryAgain } = serverPackets

export const signOnRefused: EventPhrase<'signOnRefused'> = {
  patience: 'once',
  hear: [
    heardIn(
      badPassword,
      ({ uin }) => ({ uin: uin as Uin, because: 'password' }) as const,
      ({ loginSeq }) => loginSeq,
    ),
    heardIn(tryAgain, () => ({ uin: 0 as Uin, because: 'busy' }) as const),
  ],
  speak: ({ uin, because }, request) =>
    because === 'password' ? words(badPassword, { loginSeq: request, uin }) : words(tryAgain, {}),
}
