import { ip4, type PacketOf, packet, u32, uin } from '../../kit/index.ts'
import { status, tcpFlag } from '../fields.ts'

/** `006E`, for each contact on line after `contactList` and whenever one signs on. */
export const userOnline = packet(
  'userOnline',
  0x006e,
  'Says that a contact is on line, and how to reach it directly.',
  { uin, ip: ip4, port: u32, realIp: ip4, tcpFlag, status, tcpVersion: u32 },
  { from: 'server', confidence: 'certain', evidence: 'a capture and four sources' },
)
export type UserOnline = PacketOf<typeof userOnline>
