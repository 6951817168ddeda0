import { note, type PacketOf, packet, text16, u32, unknown } from '../kit/index.ts'
import { operation, speed } from './layouts.ts'

/** Operation 00, from the sender. */
export const fileStart = packet(
  'fileStart',
  0,
  'Begins to send files.',
  {
    op: operation(0),
    zero: unknown(4),
    numFiles: u32,
    totalBytes: note(u32, 'never to be relied on'),
    speed,
    senderNick: text16,
  },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type FileStart = PacketOf<typeof fileStart>
