import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { searchUser: packet } = clientPackets

export const searchUser: IntentPhrase<'searchUser'> = {
  hear: [
    heardIn(
      packet,
      ({ nick, first, last, email }) => ({ nick, first, last, email }),
      ({ subSeq }) => subSeq,
    ),
  ],
  speak: ({ nick, first, last, email }, request) => words(packet, { subSeq: request, nick, first, last, email }),
}
