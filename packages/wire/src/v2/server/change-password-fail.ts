import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `014A`, answers `changePassword`. */
export const changePasswordFail = packet('changePasswordFail', 0x014a, 'Refuses changePassword.', confirmation, {
  from: 'server',
  confidence: 'guess',
  evidence: 'by the pattern of the other pairs, never seen',
})
export type ChangePasswordFail = PacketOf<typeof changePasswordFail>
