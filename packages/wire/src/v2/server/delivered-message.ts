import { type PacketOf, packet, text16, uin } from '../../kit/index.ts'
import { messageKind } from '../fields.ts'

/** `0104`, to a recipient who is on line. */
export const deliveredMessage = packet(
  'deliveredMessage',
  0x0104,
  'Delivers a message to someone who is on line.',
  { from: uin, kind: messageKind, text: text16 },
  { from: 'server', confidence: 'certain', evidence: 'two captures and three clients' },
)
export type DeliveredMessage = PacketOf<typeof deliveredMessage>
