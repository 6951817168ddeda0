import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { invalidUin, extInfoFail } = serverPackets

export const uinUnknown: EventPhrase<'uinUnknown'> = {
  patience: 'steady',
  hear: [
    heardIn(invalidUin, ({ uin }) => ({ uin: uin as Uin })),
    heardIn(extInfoFail, ({ uin }) => ({ uin: uin as Uin })),
  ],
  speak: ({ uin }) => words(invalidUin, { uin }),
}
