import { type PacketOf, packet } from '../../kit/index.ts'

/** `00F0`, answers any command that needs a link; clients do not acknowledge it. */
export const notConnected = packet(
  'notConnected',
  0x00f0,
  'Says that there is no link; its sequence is that of the packet that needed one.',
  {},
  { from: 'server', confidence: 'certain', evidence: 'three clients and two servers' },
)
export type NotConnected = PacketOf<typeof notConnected>
