import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { loginReply } = serverPackets

/**
 * The captured form of 33 bytes, whose last one trails. The zeros in `x2` say that there are no add-ons to fetch.
 * COMPAT Program D: reads exactly two datagrams, ACK and this, so nothing else may come between or right after.
 */
export const signedOn: EventPhrase<'signedOn'> = {
  patience: 'opening',
  alone: true,
  hear: [
    heardIn(
      loginReply,
      ({ uin, yourIp }) => ({ uin: uin as Uin, outer: yourIp }),
      ({ loginSeq }) => loginSeq,
    ),
  ],
  speak: ({ uin, outer }, request) =>
    words(loginReply, {
      uin,
      yourIp: outer,
      loginSeq: request,
      x1Low: 1,
      x1High: 5,
      x2Low: 0,
      x2High: 0,
      x3: 0x8c,
      keepaliveS: 120,
      packetTimeoutS: 10,
      retryTimeoutS: 10,
      retries: 5,
      x5: 10,
      trailing: Uint8Array.of(1),
    }),
}
