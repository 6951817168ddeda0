import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { newUserReg } = clientPackets

export const register: IntentPhrase<'register'> = {
  hear: [
    heardIn(
      newUserReg,
      ({ password }) => ({ password }),
      ({ regSeq }) => regSeq,
    ),
  ],
  speak: ({ password }, request) => words(newUserReg, { regSeq: request, password, build: 0x72, zero: 0 }),
}
