import type { ExtInfo, Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { extInfoFields, extInfoOf } from '../ext-info.ts'
import { type EventPhrase, heardIn, words } from '../phrase.ts'
import { cut } from './cut.ts'

const { extInfoReply } = serverPackets

export const extInfoFound: EventPhrase<'extInfoFound'> = {
  patience: 'steady',
  hear: [
    heardIn(
      extInfoReply,
      (value) => ({ uin: value.uin as Uin, extInfo: extInfoOf(value) }),
      ({ subSeq }) => subSeq,
    ),
  ],
  speak: ({ uin, extInfo }, request) =>
    words(extInfoReply, { subSeq: request, uin, ...extInfoFields(fitting(extInfo)) }),
}

/** What a datagram of 512 bytes has room for besides its header, numbers, lengths and closing NULs. */
const textsMax = 512 - 6 - 6 - 10 - 5 * 3

/** COMPAT Licq: fixed buffers. COMPAT Program D: no datagram above 512 bytes, so the last text gives way. */
function fitting(extInfo: ExtInfo): ExtInfo {
  const city = cut(extInfo.city, 63)
  const state = cut(extInfo.state, 5)
  const phone = cut(extInfo.phone, 30)
  const homepage = cut(extInfo.homepage, 127)
  const left = textsMax - city.length - state.length - phone.length - homepage.length
  return { ...extInfo, city, state, phone, homepage, about: cut(extInfo.about, Math.min(449, left)) }
}
