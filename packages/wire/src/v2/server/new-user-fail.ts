import { type PacketOf, packet } from '../../kit/index.ts'
import { confirmation } from '../layouts.ts'

/** `00BE`, answers `newUserInfo`. */
export const newUserFail = packet('newUserFail', 0x00be, 'Refuses newUserInfo.', confirmation, {
  from: 'server',
  confidence: 'certain',
  evidence: 'one client',
})
export type NewUserFail = PacketOf<typeof newUserFail>
