import { type PacketOf, packet } from '../../kit/index.ts'

/** `064A`, answered by `metaReply`; not version 2. */
export const metaUser = packet(
  'metaUser',
  0x064a,
  'Carries one of many profile requests.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'version 5 only: everything trails' },
)
export type MetaUser = PacketOf<typeof metaUser>
