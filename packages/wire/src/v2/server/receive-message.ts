import { type PacketOf, packet, text16, uin } from '../../kit/index.ts'
import { messageKind } from '../fields.ts'
import { moment } from '../layouts.ts'

/** `00DC`, only between `requestStoredMessages` and `endOfStoredMessages`. */
export const receiveMessage = packet(
  'receiveMessage',
  0x00dc,
  'Delivers a stored message with the time (UTC) at which the server accepted it.',
  { from: uin, ...moment, kind: messageKind, text: text16 },
  { from: 'server', confidence: 'certain', evidence: 'two captures' },
)
export type ReceiveMessage = PacketOf<typeof receiveMessage>
