import { fixed, ip4, note, type PacketOf, packet, u8, u32, uin } from '../kit/index.ts'
import { tcpFlag } from '../v2/fields.ts'

/** The first frame of every connection, from the side that connected. 26 bytes. */
export const channelInit = packet(
  'channelInit',
  0x00ff,
  'Opens a connection: who is there, and where that client listens.',
  {
    init: fixed(u8, 0xff),
    tcpVersion: u32,
    port1: note(u32, "the sender's listening port; 0 in version 2"),
    uin: note(uin, 'the sender, unproven'),
    ip: ip4,
    realIp: ip4,
    tcpFlag,
    port2: note(u32, "the sender's listening port, or that of the session"),
  },
  { from: 'peer', confidence: 'certain', evidence: 'a capture, the oldest description and three programs' },
)
export type ChannelInit = PacketOf<typeof channelInit>
