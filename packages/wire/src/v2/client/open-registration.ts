import { type PacketOf, packet } from '../../kit/index.ts'

/** `04EC`, under the short header, answered by `ack`. */
export const openRegistration = packet(
  'openRegistration',
  0x04ec,
  'Opens a registration; only acknowledged.',
  {},
  { from: 'client', confidence: 'likely', evidence: 'three servers' },
)
export type OpenRegistration = PacketOf<typeof openRegistration>
