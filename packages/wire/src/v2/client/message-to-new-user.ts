import { type PacketOf, packet } from '../../kit/index.ts'
import { outgoing } from '../layouts.ts'

/** `0456`, laid out and answered as `sendMessage`. */
export const messageToNewUser = packet(
  'messageToNewUser',
  0x0456,
  "Sends a message to someone who is not on the sender's list, such as an authorization request.",
  outgoing,
  { from: 'client', confidence: 'certain', evidence: 'a capture and three servers' },
)
export type MessageToNewUser = PacketOf<typeof messageToNewUser>
