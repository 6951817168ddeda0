import { type PacketOf, packet } from '../../kit/index.ts'
import { userList } from '../layouts.ts'

/** `06AE`, answered by `ack`. An empty list clears it. */
export const visibleList = packet(
  'visibleList',
  0x06ae,
  'Replaces the list of people who see the user even while invisible.',
  userList,
  { from: 'client', confidence: 'certain', evidence: 'three client encoders and a server' },
)
export type VisibleList = PacketOf<typeof visibleList>
