import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { preAuthReply } = serverPackets

export const passwordConfirmed: EventPhrase<'passwordConfirmed'> = {
  patience: 'once',
  hear: [
    heardIn(
      preAuthReply,
      ({ uin }) => ({ uin: uin as Uin }),
      ({ connId }) => connId,
    ),
  ],
  speak: ({ uin }, request) => words(preAuthReply, { connId: request, uin }),
}
