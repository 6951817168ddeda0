import { type PacketOf, packet } from '../kit/index.ts'
import { channel, chatKind, chatPart, command } from './layouts.ts'

/** Command 07EE, kind 2. Answered by `chatAck` when the user has decided. */
export const chatRequest = packet(
  'chatRequest',
  0x07ee,
  'Asks for a chat.',
  channel(command.message, chatKind, chatPart),
  { from: 'peer', confidence: 'certain', evidence: 'a capture and three programs' },
)
export type ChatRequest = PacketOf<typeof chatRequest>
