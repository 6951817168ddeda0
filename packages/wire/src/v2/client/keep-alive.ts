import { type PacketOf, packet } from '../../kit/index.ts'

/** `042E`, answered by `ack`. */
export const keepAlive = packet(
  'keepAlive',
  0x042e,
  'Says that the client is still there.',
  {},
  { from: 'client', confidence: 'certain', evidence: 'every source' },
)
export type KeepAlive = PacketOf<typeof keepAlive>
