import { type PacketOf, packet, u32 } from '../kit/index.ts'
import { operation } from './layouts.ts'

/** Operation 04, from either side. */
export const fileStop = packet(
  'fileStop',
  4,
  'Stops or skips a file.',
  { op: operation(4), fileNumber: u32 },
  { from: 'peer', confidence: 'likely', evidence: 'one program' },
)
export type FileStop = PacketOf<typeof fileStop>
