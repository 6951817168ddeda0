import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `00B4`, answers `newUserInfo`. */
export const newUserReply = packet('newUserReply', 0x00b4, 'Confirms newUserInfo.', confirmation, {
  from: 'server',
  confidence: 'certain',
  evidence: 'a capture',
})
export type NewUserReply = PacketOf<typeof newUserReply>
