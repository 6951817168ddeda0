import { defaulted, note, type PacketOf, packet, text16ByNul, u16 } from '../../kit/index.ts'

/** `0438`, answered by `ack`. */
export const sendTextCode = packet(
  'sendTextCode',
  0x0438,
  'Signs off, or demands an answer: the text says which.',
  {
    text: note(text16ByNul(2), 'B_USER_DISCONNECTED signs off, B_MESSAGE_ACK demands an answer'),
    code: defaulted(note(u16, '5, whatever the text'), 0),
  },
  { from: 'client', confidence: 'certain', evidence: 'every source' },
)
export type SendTextCode = PacketOf<typeof sendTextCode>
