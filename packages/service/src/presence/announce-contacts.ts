import type { Handler } from '../handler.ts'

/** Adds contacts, and tells the announcer which of them are here. */
export const announceContacts: Handler<'announceContacts'> = ({ uins }, { user, presence }) => ({
  answers: [...presence.announceContacts(user, uins), { name: 'contactsAnnounced', uin: user }],
})
