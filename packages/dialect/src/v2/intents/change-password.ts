import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { changePassword: packet } = clientPackets

export const changePassword: IntentPhrase<'changePassword'> = {
  hear: [
    heardIn(
      packet,
      ({ newPassword }) => ({ password: newPassword }),
      ({ subSeq }) => subSeq,
    ),
  ],
  speak: ({ password }, request) => words(packet, { subSeq: request, newPassword: password }),
}
