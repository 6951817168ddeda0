import { type PacketOf, packet } from '../../kit/index.ts'
import { presence } from '../layouts.ts'

/** `01A4`, to everyone who already believes the contact on line. */
export const statusUpdate = packet(
  'statusUpdate',
  0x01a4,
  'Says that a contact who is on line has changed status.',
  presence,
  { from: 'server', confidence: 'certain', evidence: 'four sources' },
)
export type StatusUpdate = PacketOf<typeof statusUpdate>
