import { status, type Uin } from '@seekyou/language'
import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { login } = clientPackets

/** COMPAT mICQ 0.2.5, icqlib: PORT is a byte-swapped UDP port, with 0x10000 added by one; only 16 bits can mean a port. */
const port = (tcpPort: number): number => tcpPort & 0xffff

export const signOn: IntentPhrase<'signOn'> = {
  hear: [
    heardIn(
      login,
      (value, frame) => ({
        uin: frame.uin as Uin,
        password: value.password,
        status: status(value.status),
        direct: {
          port: port(value.tcpPort),
          inner: value.localIp,
          capability: value.tcpFlag,
          version: value.tcpVersion,
        },
      }),
      ({ loginSeq }) => loginSeq,
    ),
  ],
  speak: ({ password, status, direct }, request) =>
    words(login, {
      tcpPort: direct.port,
      password,
      clientBuild: 0x72,
      clientBuildHigh: 4,
      localIp: direct.inner,
      tcpFlag: direct.capability,
      status,
      tcpVersion: direct.version,
      loginSeq: request,
      x4: 0,
      x5Low: 4,
      x5Build: 0x72,
    }),
}
