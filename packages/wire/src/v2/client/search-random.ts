import { type PacketOf, packet } from '../../kit/index.ts'

/** `056E`, answered by `ack`, then `randomUser` or `noRandomUser`. */
export const searchRandom = packet(
  'searchRandom',
  0x056e,
  'Looks for someone to chat with.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'seen in version 3 and later only: everything trails' },
)
export type SearchRandom = PacketOf<typeof searchRandom>
