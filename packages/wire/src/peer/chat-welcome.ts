import { type PacketOf, packet, text16, u32, uin } from '../kit/index.ts'
import { colours, fontBlock } from './layouts.ts'

/** Second frame of a chat, answers `chatHello`. Captures have one byte more, which trails. */
export const chatWelcome = packet(
  'chatWelcome',
  2,
  'Introduces who accepted the chat.',
  { code: u32, uin, nick: text16, ...colours, ...fontBlock },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type ChatWelcome = PacketOf<typeof chatWelcome>
