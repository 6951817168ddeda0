import { type PacketOf, packet, uin } from '../../kit/index.ts'
import { subSeq } from '../fields.ts'
import { extendedProfile } from '../layouts.ts'

/** `0122`, answers `extInfoRequest`. */
export const extInfoReply = packet(
  'extInfoReply',
  0x0122,
  'Tells an extended profile.',
  { subSeq, uin, ...extendedProfile },
  { from: 'server', confidence: 'certain', evidence: 'a capture and three sources; the postal code is likely' },
)
export type ExtInfoReply = PacketOf<typeof extInfoReply>
