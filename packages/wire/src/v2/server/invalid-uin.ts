import { type PacketOf, packet, uin } from '../../kit/index.ts'

/** `012C`, answers `infoRequest` and `extInfoRequest`. */
export const invalidUin = packet(
  'invalidUin',
  0x012c,
  'Says that a request named a number that nobody has.',
  { uin },
  { from: 'server', confidence: 'likely', evidence: 'one client' },
)
export type InvalidUin = PacketOf<typeof invalidUin>
