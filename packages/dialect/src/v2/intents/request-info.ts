import { clientPackets } from '@seekyou/wire'
import { type IntentPhrase, words } from '../phrase.ts'
import { heardAboutOneOrTurned } from './about-one.ts'

const { infoRequest } = clientPackets

export const requestInfo: IntentPhrase<'requestInfo'> = {
  hear: [heardAboutOneOrTurned(infoRequest)],
  speak: ({ uin }, request) => words(infoRequest, { subSeq: request, target: uin }),
}
