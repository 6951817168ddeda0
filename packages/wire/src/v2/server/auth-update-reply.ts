import { type PacketOf, packet } from '../../kit/index.ts'

/** `01F4`, answers `authUpdate`. */
export const authUpdateReply = packet(
  'authUpdateReply',
  0x01f4,
  'Confirms authUpdate.',
  {},
  { from: 'server', confidence: 'guess', evidence: 'seen in version 3 and later only: everything trails' },
)
export type AuthUpdateReply = PacketOf<typeof authUpdateReply>
