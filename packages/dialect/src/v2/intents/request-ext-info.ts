import { clientPackets } from '@seekyou/wire'
import { type IntentPhrase, words } from '../phrase.ts'
import { heardAboutOneOrTurned } from './about-one.ts'

const { extInfoRequest } = clientPackets

export const requestExtInfo: IntentPhrase<'requestExtInfo'> = {
  hear: [heardAboutOneOrTurned(extInfoRequest)],
  speak: ({ uin }, request) => words(extInfoRequest, { subSeq: request, target: uin }),
}
