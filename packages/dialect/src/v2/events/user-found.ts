import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, words } from '../phrase.ts'
import { foundFields, heardFound } from './found.ts'
import { searchLane } from './lanes.ts'

const { userFound: packet } = serverPackets

/** The captured form, whose last byte trails; clients ignore it. */
export const userFound: EventPhrase<'userFound'> = {
  patience: 'brisk',
  lane: searchLane,
  hear: [heardFound(packet)],
  speak: ({ uin, info }, request) => words(packet, { ...foundFields(uin, info, request), trailing: new Uint8Array(1) }),
}
