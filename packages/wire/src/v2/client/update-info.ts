import { type PacketOf, packet } from '../../kit/index.ts'
import { basicProfile } from '../layouts.ts'

/** `050A`, answered by `ack`, then `updateReply` or `updateFail`. */
export const updateInfo = packet('updateInfo', 0x050a, 'Sets the basic profile.', basicProfile, {
  from: 'client',
  confidence: 'likely',
  evidence: 'two client encoders; later versions drop the sub-sequence',
})
export type UpdateInfo = PacketOf<typeof updateInfo>
