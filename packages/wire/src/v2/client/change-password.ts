import { type PacketOf, packet, secret, text16 } from '../../kit/index.ts'
import { subSeq } from '../fields.ts'

/** `049C`, answered by `ack`, then `changePasswordReply`. */
export const changePassword = packet(
  'changePassword',
  0x049c,
  'Sets a new password.',
  { subSeq, newPassword: secret(text16) },
  { from: 'client', confidence: 'certain', evidence: 'the oldest description' },
)
export type ChangePassword = PacketOf<typeof changePassword>
