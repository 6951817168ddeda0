import { type PacketOf, packet } from '../../kit/index.ts'

/** `03DE`, answers `metaUser`; not version 2. */
export const metaReply = packet(
  'metaReply',
  0x03de,
  'Answers metaUser.',
  {},
  { from: 'server', confidence: 'guess', evidence: 'version 5 only: everything trails' },
)
export type MetaReply = PacketOf<typeof metaReply>
