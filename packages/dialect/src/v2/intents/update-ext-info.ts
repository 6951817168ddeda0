import { clientPackets } from '@seekyou/wire'
import { extInfoFields, extInfoOf } from '../ext-info.ts'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { updateExtInfo: packet } = clientPackets

export const updateExtInfo: IntentPhrase<'updateExtInfo'> = {
  hear: [
    heardIn(
      packet,
      (value) => ({ extInfo: extInfoOf(value) }),
      ({ subSeq }) => subSeq,
    ),
  ],
  speak: ({ extInfo }, request) => words(packet, { subSeq: request, ...extInfoFields(extInfo) }),
}
