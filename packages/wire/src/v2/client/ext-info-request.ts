import { type PacketOf, packet } from '../../kit/index.ts'
import { requestAboutOne } from '../layouts.ts'

/** `046A`, answered by `ack`, then `extInfoReply`, `extInfoFail` or `invalidUin`. */
export const extInfoRequest = packet('extInfoRequest', 0x046a, "Asks for a user's extended profile.", requestAboutOne, {
  from: 'client',
  confidence: 'certain',
  evidence: 'the oldest description; later versions drop the sub-sequence',
})
export type ExtInfoRequest = PacketOf<typeof extInfoRequest>
