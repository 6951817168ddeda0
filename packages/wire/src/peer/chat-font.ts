import { type PacketOf, packet } from '../kit/index.ts'
import { fontBlock } from './layouts.ts'

/** Third frame of a chat, answers `chatWelcome`; unframed strokes follow. */
export const chatFont = packet(
  'chatFont',
  3,
  'Names the font of who asked for the chat.',
  { ...fontBlock },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type ChatFont = PacketOf<typeof chatFont>
