import type { Handler } from '../handler.ts'

/** Replaces the list of those who see the user even while invisible. */
export const announceVisibleTo: Handler<'announceVisibleTo'> = ({ uins }, { user, now, presence }) => ({
  told: presence.announceVisibleTo(user, uins, now),
})
