import { note, type PacketOf, packet, text16, u32, unknown } from '../kit/index.ts'
import { operation, speed } from './layouts.ts'

/** Operation 02, from the sender, before each file. */
export const fileNext = packet(
  'fileNext',
  2,
  'Announces the next file.',
  {
    op: operation(2),
    zero: unknown(1),
    filename: note(text16, 'never a path: only its last part counts'),
    secondName: text16,
    size: u32,
    zero2: unknown(4),
    speed,
  },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type FileNext = PacketOf<typeof fileNext>
