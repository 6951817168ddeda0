import { note, type PacketOf, packet, text16, u16be, u32, uin, unknown } from '../kit/index.ts'
import { colours } from './layouts.ts'

/** First frame of a chat after `channelInit`, from the side that connected. */
export const chatHello = packet(
  'chatHello',
  1,
  'Introduces who asked for the chat.',
  {
    code: u32,
    marker: note(u32, 'negative, which tells this frame from the answer'),
    uin,
    nick: text16,
    port: u16be,
    ...colours,
    zero: unknown(1),
  },
  { from: 'peer', confidence: 'certain', evidence: 'a capture and one program' },
)
export type ChatHello = PacketOf<typeof chatHello>
