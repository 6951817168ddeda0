import { type PacketOf, packet } from '../kit/index.ts'
import { channel, chatKind, chatPart, command } from './layouts.ts'

/** Command 07DA, kind 2. */
export const chatAck = packet(
  'chatAck',
  0x07da,
  'Accepts a chat and names the port where it is awaited, or refuses with a reason.',
  channel(command.ack, chatKind, chatPart),
  { from: 'peer', confidence: 'certain', evidence: 'two captures and three programs' },
)
export type ChatAck = PacketOf<typeof chatAck>
