import { clientPackets } from '@seekyou/wire'
import { type IntentPhrase, words } from '../phrase.ts'
import { heardAboutOne } from './about-one.ts'

export const searchUin: IntentPhrase<'searchUin'> = {
  hear: [heardAboutOne(clientPackets.searchUin)],
  speak: ({ uin }, request) => words(clientPackets.searchUin, { subSeq: request, target: uin }),
}
