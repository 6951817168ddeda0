import { type PacketOf, packet, u32, unknown } from '../kit/index.ts'
import { operation, speed } from './layouts.ts'

/** Operation 03, from the receiver, answers `fileNext`. */
export const fileResume = packet(
  'fileResume',
  3,
  'Says from which byte on the receiver wants the file.',
  { op: operation(3), filePosition: u32, zero: unknown(4), speed },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type FileResume = PacketOf<typeof fileResume>
