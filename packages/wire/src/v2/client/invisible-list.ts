import { type PacketOf, packet } from '../../kit/index.ts'
import { userList } from '../layouts.ts'

/** `06A4`, answered by `ack`. An empty list clears it. */
export const invisibleList = packet(
  'invisibleList',
  0x06a4,
  'Replaces the list of people who never see the user.',
  userList,
  { from: 'client', confidence: 'certain', evidence: 'a client encoder and a server' },
)
export type InvisibleList = PacketOf<typeof invisibleList>
