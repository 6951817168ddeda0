import { type PacketOf, packet, unknown } from '../../kit/index.ts'

/** `0528`, answered by `ack`. */
export const windowState = packet(
  'windowState',
  0x0528,
  "Reports the state of the client's window; only acknowledged.",
  { state: unknown(1) },
  { from: 'client', confidence: 'likely', evidence: 'layout from the oldest description, meaning from later versions' },
)
export type WindowState = PacketOf<typeof windowState>
