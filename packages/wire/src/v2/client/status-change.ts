import { type PacketOf, packet } from '../../kit/index.ts'
import { status } from '../fields.ts'

/** `04D8`, answered by `ack`; contacts hear `statusUpdate`. */
export const statusChange = packet(
  'statusChange',
  0x04d8,
  'Changes the status.',
  { status },
  { from: 'client', confidence: 'certain', evidence: 'four independent sources' },
)
export type StatusChange = PacketOf<typeof statusChange>
