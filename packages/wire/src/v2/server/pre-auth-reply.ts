import { note, type PacketOf, packet, u16, uin } from '../../kit/index.ts'

/** `0032`, answers `preAuth`. */
export const preAuthReply = packet(
  'preAuthReply',
  0x0032,
  'Says that number and password are right.',
  { connId: note(u16, 'from preAuth'), uin },
  { from: 'server', confidence: 'likely', evidence: 'one server that was tested with original clients' },
)
export type PreAuthReply = PacketOf<typeof preAuthReply>
