import type { Uin } from '@seekyou/language'
import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { preAuth } = clientPackets

export const checkPassword: IntentPhrase<'checkPassword'> = {
  hear: [
    heardIn(
      preAuth,
      ({ uin, password }) => ({ uin: uin as Uin, password }),
      ({ connId }) => connId,
    ),
  ],
  speak: ({ uin, password }, request) => words(preAuth, { connId: request, uin, password }),
}
