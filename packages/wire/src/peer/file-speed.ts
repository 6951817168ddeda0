import { type PacketOf, packet } from '../kit/index.ts'
import { operation, speed } from './layouts.ts'

/** Operation 05, from either side, at any time. */
export const fileSpeed = packet(
  'fileSpeed',
  5,
  'Changes the speed.',
  { op: operation(5), speed },
  { from: 'peer', confidence: 'certain', evidence: 'two programs' },
)
export type FileSpeed = PacketOf<typeof fileSpeed>
