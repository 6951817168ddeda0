import { type PacketOf, packet } from '../../kit/index.ts'

/** `001E`; nobody knows when. */
export const userLastMeta = packet(
  'userLastMeta',
  0x001e,
  'Unknown; the name comes from one server.',
  {},
  { from: 'server', confidence: 'guess', evidence: 'a name without a layout: everything trails' },
)
export type UserLastMeta = PacketOf<typeof userLastMeta>
