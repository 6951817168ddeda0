import { type PacketOf, packet } from '../../kit/index.ts'

/** `044C`, answered by `ack`, a `receiveMessage` for each, then `endOfStoredMessages`. */
export const requestStoredMessages = packet(
  'requestStoredMessages',
  0x044c,
  'Asks for the messages that came while the user was away.',
  {},
  {
    from: 'client',
    confidence: 'certain',
    evidence: 'a capture and three sources; some clients append bytes without a meaning',
  },
)
export type RequestStoredMessages = PacketOf<typeof requestStoredMessages>
