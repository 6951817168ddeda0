import { note, type PacketOf, packet, uin } from '../../kit/index.ts'

/** `021C`, once for each `contactList`, also for an empty one. */
export const endOfContacts = packet(
  'endOfContacts',
  0x021c,
  'Says that all contacts of one contactList who are on line have been told.',
  { uin: note(uin, "the recipient's own") },
  { from: 'server', confidence: 'certain', evidence: 'a capture' },
)
export type EndOfContacts = PacketOf<typeof endOfContacts>
