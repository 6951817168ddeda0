import { note, type PacketOf, packet, uin } from '../../kit/index.ts'

/** `00E6`, after the last `receiveMessage`, also when there was none. */
export const endOfStoredMessages = packet(
  'endOfStoredMessages',
  0x00e6,
  'Says that all stored messages have been sent.',
  { uin: note(uin, "the recipient's own") },
  { from: 'server', confidence: 'certain', evidence: 'a capture' },
)
export type EndOfStoredMessages = PacketOf<typeof endOfStoredMessages>
