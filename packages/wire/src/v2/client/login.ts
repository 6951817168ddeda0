import { defaulted, ip4, note, type PacketOf, packet, secret, text16, u16, u32, unknown } from '../../kit/index.ts'
import { status, tcpFlag } from '../fields.ts'

/** `03E8`, answered by `ack`, then `loginReply`, `badPassword` or `tryAgain`. Read strictly up to the password. */
export const login = packet(
  'login',
  0x03e8,
  'Signs on.',
  {
    tcpPort: note(u32, 'accepts direct connections; only the low 16 bits mean something'),
    password: secret(text16),
    // COMPAT IsecQ: ends with other widths; whatever is missing from here on has a default
    clientBuild: defaulted(note(u16, '120 in the original client, 114 in Licq and mICQ'), 0),
    clientBuildHigh: defaulted(note(u16, 'edition of the client'), 0),
    localIp: defaulted(note(ip4, 'what the client believes to be its address'), 0),
    tcpFlag: defaulted(tcpFlag, 6),
    status: defaulted(status, 0),
    tcpVersion: defaulted(note(u32, 'version of the peer protocol: 2 in the oldest clients, 3 in the others'), 0),
    loginSeq: defaulted(note(u16, 'repeated in loginReply and badPassword'), 0),
    x4: defaulted(unknown(4), 0),
    x5Low: defaulted(note(unknown(2), 'goes with clientBuildHigh'), 0),
    x5Build: defaulted(note(u16, 'repeats clientBuild'), 0),
  },
  {
    from: 'client',
    confidence: 'certain',
    evidence: 'a capture and five client encoders; meanings of the unnamed fields are likely',
  },
)
export type Login = PacketOf<typeof login>
