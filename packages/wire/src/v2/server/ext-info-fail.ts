import { type PacketOf, packet, uin } from '../../kit/index.ts'

/** `0136`, answers `extInfoRequest`. */
export const extInfoFail = packet(
  'extInfoFail',
  0x0136,
  'Says that an extInfoRequest named a number that nobody has.',
  { uin },
  { from: 'server', confidence: 'guess', evidence: 'one version 5 client' },
)
export type ExtInfoFail = PacketOf<typeof extInfoFail>
