import { type PacketOf, packet } from '../../kit/index.ts'
import { basicProfile } from '../layouts.ts'

/** `04A6`, answered by `ack`, then `newUserReply` or `newUserFail`. */
export const newUserInfo = packet('newUserInfo', 0x04a6, 'Sets the basic profile.', basicProfile, {
  from: 'client',
  confidence: 'certain',
  evidence: 'one client and one server; some clients use it for every change',
})
export type NewUserInfo = PacketOf<typeof newUserInfo>
