import { type PacketOf, packet, uin } from '../../kit/index.ts'

/** `053C`, answered by `ack`, then `userOnline` when the target is there. */
export const addToList = packet(
  'addToList',
  0x053c,
  'Tells the server that this user was added to the list.',
  { target: uin },
  { from: 'client', confidence: 'certain', evidence: 'a capture and two client encoders' },
)
export type AddToList = PacketOf<typeof addToList>
