import { ip4, note, type PacketOf, packet, u16, uin, unknown } from '../../kit/index.ts'

/** `005A`, answers `login`. The captured form has one byte more, which trails. */
export const loginReply = packet(
  'loginReply',
  0x005a,
  'Accepts the login.',
  {
    uin,
    yourIp: note(ip4, 'the address from which the server sees the client'),
    loginSeq: note(u16, 'from the login'),
    x1Low: unknown(2),
    x1High: unknown(2),
    x2Low: note(unknown(2), 'perhaps the version of the add-on list'),
    x2High: note(unknown(2), 'perhaps the version of the server list'),
    x3: unknown(4),
    keepaliveS: note(u16, 'seconds between keep-alives'),
    packetTimeoutS: note(u16, 'seconds, or tries'),
    retryTimeoutS: note(u16, 'seconds between two sendings'),
    retries: note(u16, 'sendings after the first'),
    x5: unknown(2),
  },
  { from: 'server', confidence: 'certain', evidence: 'a capture and the oldest description; most meanings are likely' },
)
export type LoginReply = PacketOf<typeof loginReply>
