import { ip4, note, type PacketOf, packet, u32, uin } from '../../kit/index.ts'
import { status, tcpFlag } from '../fields.ts'

/** `006E`, for each contact on line after `contactList` and whenever one signs on. */
export const userOnline = packet(
  'userOnline',
  0x006e,
  'Says that a contact is on line, and how to reach it directly.',
  {
    uin,
    ip: note(ip4, 'the address that the server sees, or 0'),
    port: note(u32, 'where the contact accepts direct connections, or 0'),
    realIp: note(ip4, 'the address behind it, or 0'),
    tcpFlag,
    status,
    tcpVersion: note(u32, 'version of the peer protocol: 2 in the oldest clients, 3 in the others'),
  },
  { from: 'server', confidence: 'certain', evidence: 'a capture and four sources' },
)
export type UserOnline = PacketOf<typeof userOnline>
