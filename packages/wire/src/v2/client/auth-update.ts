import { type PacketOf, packet } from '../../kit/index.ts'

/** `0514`, answered by `ack`, then `authUpdateReply`. */
export const authUpdate = packet(
  'authUpdate',
  0x0514,
  'Changes whether authorization is required.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'seen in version 3 and later only: everything trails' },
)
export type AuthUpdate = PacketOf<typeof authUpdate>
