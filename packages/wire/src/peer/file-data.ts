import { type PacketOf, packet, rest } from '../kit/index.ts'
import { operation } from './layouts.ts'

/** Operation 06, from the sender. */
export const fileData = packet(
  'fileData',
  6,
  'Carries a piece of the file, 2,048 bytes at most.',
  { op: operation(6), data: rest },
  { from: 'peer', confidence: 'certain', evidence: 'two programs' },
)
export type FileData = PacketOf<typeof fileData>
