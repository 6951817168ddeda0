import { type PacketOf, packet } from '../../kit/index.ts'

/** `000A`; never answered. */
export const ack = packet(
  'ack',
  0x000a,
  'Acknowledges the server packet with this sequence.',
  {},
  { from: 'client', confidence: 'certain', evidence: 'every source' },
)
export type Ack = PacketOf<typeof ack>
