import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `0140`, answers `changePassword`. */
export const changePasswordReply = packet('changePasswordReply', 0x0140, 'Confirms changePassword.', confirmation, {
  from: 'server',
  confidence: 'likely',
  evidence: 'later versions',
})
export type ChangePasswordReply = PacketOf<typeof changePasswordReply>
