import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `00C8`, answers `updateExtInfo`. */
export const updateExtReply = packet('updateExtReply', 0x00c8, 'Confirms updateExtInfo.', confirmation, {
  from: 'server',
  confidence: 'certain',
  evidence: 'two sources',
})
export type UpdateExtReply = PacketOf<typeof updateExtReply>
