import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `01EA`, answers `updateInfo`. */
export const updateFail = packet('updateFail', 0x01ea, 'Refuses updateInfo.', confirmation, {
  from: 'server',
  confidence: 'likely',
  evidence: 'one client',
})
export type UpdateFail = PacketOf<typeof updateFail>
