import { type PacketOf, packet } from '../../kit/index.ts'

/** `051E`, answered by `ack`. */
export const keepAlive2 = packet(
  'keepAlive2',
  0x051e,
  'Says that the client is still there; some clients send it right after keepAlive.',
  {},
  { from: 'client', confidence: 'certain', evidence: 'three client encoders' },
)
export type KeepAlive2 = PacketOf<typeof keepAlive2>
