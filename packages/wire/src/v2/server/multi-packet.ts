import { type PacketOf, packet } from '../../kit/index.ts'

/** `0212`, not version 2. */
export const multiPacket = packet(
  'multiPacket',
  0x0212,
  'Bundles several packets.',
  {},
  { from: 'server', confidence: 'guess', evidence: 'version 4 and later only: everything trails' },
)
export type MultiPacket = PacketOf<typeof multiPacket>
