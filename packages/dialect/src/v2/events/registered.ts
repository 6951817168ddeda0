import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { newUserUin } = serverPackets

export const registered: EventPhrase<'registered'> = {
  patience: 'once',
  hear: [
    heardIn(
      newUserUin,
      ({ newUin }) => ({ uin: newUin as Uin }),
      ({ regSeq }) => regSeq,
    ),
  ],
  speak: ({ uin }, request) => words(newUserUin, { regSeq: request, newUin: uin }),
}
