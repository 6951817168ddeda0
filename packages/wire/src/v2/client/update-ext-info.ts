import { type PacketOf, packet } from '../../kit/index.ts'
import { subSeq } from '../fields.ts'
import { extendedProfile } from '../layouts.ts'

/** `04B0`, answered by `ack`, then `updateExtReply` or `updateExtFail`. */
export const updateExtInfo = packet(
  'updateExtInfo',
  0x04b0,
  'Sets the extended profile.',
  { subSeq, ...extendedProfile },
  { from: 'client', confidence: 'certain', evidence: 'one client and one server' },
)
export type UpdateExtInfo = PacketOf<typeof updateExtInfo>
