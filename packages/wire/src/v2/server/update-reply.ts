import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `01E0`, answers `updateInfo`. */
export const updateReply = packet('updateReply', 0x01e0, 'Confirms updateInfo.', confirmation, {
  from: 'server',
  confidence: 'likely',
  evidence: 'two sources',
})
export type UpdateReply = PacketOf<typeof updateReply>
