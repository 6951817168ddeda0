import { type PacketOf, packet } from '../../kit/index.ts'

/** `0442`, answered by `ack`. */
export const confirmStoredMessages = packet(
  'confirmStoredMessages',
  0x0442,
  'Confirms that all stored messages have arrived.',
  {},
  { from: 'client', confidence: 'certain', evidence: 'a capture and five clients' },
)
export type ConfirmStoredMessages = PacketOf<typeof confirmStoredMessages>
