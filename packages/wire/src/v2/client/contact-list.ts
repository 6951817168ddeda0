import { type PacketOf, packet } from '../../kit/index.ts'
import { userList } from '../layouts.ts'

// COMPAT mICQ 0.2.5: the lowest byte of the first UIN is 0, which nothing can repair; it is read as it stands.

/** `0406`, answered by `ack`, a `userOnline` for each who is there, then `endOfContacts`. */
export const contactList = packet(
  'contactList',
  0x0406,
  'Names people whose presence the user wants to see, in addition to those named before.',
  userList,
  {
    from: 'client',
    confidence: 'certain',
    evidence: 'every client counts in one byte; the oldest description says two',
  },
)
export type ContactList = PacketOf<typeof contactList>
