import { type PacketOf, packet } from '../../kit/index.ts'
import { outgoing } from '../layouts.ts'

/** `010E`, answered by `ack`; the recipient hears `deliveredMessage` or later `receiveMessage`. */
export const sendMessage = packet('sendMessage', 0x010e, 'Sends a message through the server.', outgoing, {
  from: 'client',
  confidence: 'certain',
  evidence: 'every source; six client encoders agree',
})
export type SendMessage = PacketOf<typeof sendMessage>
