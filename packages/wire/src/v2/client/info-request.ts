import { type PacketOf, packet } from '../../kit/index.ts'
import { requestAboutOne } from '../layouts.ts'

/** `0460`, answered by `ack`, then `infoReply` or `invalidUin`. */
export const infoRequest = packet('infoRequest', 0x0460, "Asks for a user's basic profile.", requestAboutOne, {
  from: 'client',
  confidence: 'certain',
  evidence: 'a capture; later versions drop the sub-sequence',
})
export type InfoRequest = PacketOf<typeof infoRequest>
