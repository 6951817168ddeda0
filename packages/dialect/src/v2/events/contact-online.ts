import { status, type Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'
import { contactLane } from './lanes.ts'
import { forListener } from './old-eyes.ts'

const { userOnline } = serverPackets

export const contactOnline: EventPhrase<'contactOnline'> = {
  patience: 'brisk',
  lane: contactLane,
  hear: [
    heardIn(userOnline, (value) => ({
      uin: value.uin as Uin,
      status: status(value.status),
      outer: value.ip,
      direct: { port: value.port, inner: value.realIp, capability: value.tcpFlag, version: value.tcpVersion },
    })),
  ],
  speak: ({ uin, status, outer, direct }, _, listener) =>
    words(userOnline, {
      uin,
      ip: outer,
      port: direct.port,
      realIp: direct.inner,
      tcpFlag: direct.capability,
      status: forListener(status, listener),
      tcpVersion: direct.version,
    }),
}
