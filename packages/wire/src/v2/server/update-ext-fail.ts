import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `00D2`, answers `updateExtInfo`. */
export const updateExtFail = packet('updateExtFail', 0x00d2, 'Refuses updateExtInfo.', confirmation, {
  from: 'server',
  confidence: 'certain',
  evidence: 'one client',
})
export type UpdateExtFail = PacketOf<typeof updateExtFail>
