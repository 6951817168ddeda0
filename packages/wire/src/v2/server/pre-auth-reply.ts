import { type PacketOf, packet, u16, uin } from '../../kit/index.ts'

/** `0032`, answers `preAuth`. */
export const preAuthReply = packet(
  'preAuthReply',
  0x0032,
  'Says that number and password are right.',
  { connId: u16, uin },
  { from: 'server', confidence: 'likely', evidence: 'one server, after a disassembled original client' },
)
export type PreAuthReply = PacketOf<typeof preAuthReply>
