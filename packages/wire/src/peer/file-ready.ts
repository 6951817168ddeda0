import { type PacketOf, packet, text16 } from '../kit/index.ts'
import { operation, speed } from './layouts.ts'

/** Operation 01, from the receiver. */
export const fileReady = packet(
  'fileReady',
  1,
  'Says that the receiver is ready.',
  { op: operation(1), speed, receiverNick: text16 },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type FileReady = PacketOf<typeof fileReady>
