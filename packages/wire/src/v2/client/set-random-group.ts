import { type PacketOf, packet } from '../../kit/index.ts'

/** `0564`, answered by `ack`. */
export const setRandomGroup = packet(
  'setRandomGroup',
  0x0564,
  'Offers the user for random chats.',
  {},
  { from: 'client', confidence: 'guess', evidence: 'seen in version 3 and later only: everything trails' },
)
export type SetRandomGroup = PacketOf<typeof setRandomGroup>
