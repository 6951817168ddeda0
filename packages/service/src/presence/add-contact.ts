import { showAnnounced } from '../contacts/show-announced.ts'
import { youWereAdded } from '../contacts/you-were-added.ts'
import type { Handler } from '../handler.ts'

/** Adds one contact, tells the adder whether they are here, and the contact that they were added. */
export const addContact: Handler<'addContact'> = ({ uin }, context) => ({
  ...showAnnounced([uin], context, []),
  messages: youWereAdded(uin, context),
})
