import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, words } from '../phrase.ts'
import { foundFields, heardFound } from './found.ts'

const { infoReply } = serverPackets

/** The captured form, whose last two bytes trail; clients ignore them. */
export const infoFound: EventPhrase<'infoFound'> = {
  patience: 'steady',
  hear: [heardFound(infoReply)],
  speak: ({ uin, info }, request) =>
    words(infoReply, { ...foundFields(uin, info, request), trailing: new Uint8Array(2) }),
}
