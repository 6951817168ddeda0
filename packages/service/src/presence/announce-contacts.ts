import { showAnnounced } from '../contacts/show-announced.ts'
import type { Handler } from '../handler.ts'

/** Adds contacts, and tells the announcer which of them are here. */
export const announceContacts: Handler<'announceContacts'> = ({ uins }, context) =>
  showAnnounced(uins, context, [{ name: 'contactsAnnounced', uin: context.user }])
