import { type PacketOf, packet, uin } from '../../kit/index.ts'

/** `0078`, when a contact signs off or becomes invisible. */
export const userOffline = packet(
  'userOffline',
  0x0078,
  'Says that a contact has gone.',
  { uin },
  { from: 'server', confidence: 'certain', evidence: 'a capture' },
)
export type UserOffline = PacketOf<typeof userOffline>
