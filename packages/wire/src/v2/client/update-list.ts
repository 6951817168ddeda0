import { type PacketOf, packet } from '../../kit/index.ts'

/** `06B8`, answered by `ack`; not version 2. */
export const updateList = packet(
  'updateList',
  0x06b8,
  'Changes one entry of the visible or invisible list.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'version 5 only: everything trails' },
)
export type UpdateList = PacketOf<typeof updateList>
