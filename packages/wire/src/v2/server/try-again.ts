import { type PacketOf, packet } from '../../kit/index.ts'

/** `00FA`, answers `login`; clients do not reliably acknowledge it. */
export const tryAgain = packet(
  'tryAgain',
  0x00fa,
  'Refuses the login for a while.',
  {},
  { from: 'server', confidence: 'certain', evidence: 'three clients and two servers' },
)
export type TryAgain = PacketOf<typeof tryAgain>
