import type { Handler } from '../handler.ts'

/** Replaces the list of those who never see the user. */
export const announceInvisibleTo: Handler<'announceInvisibleTo'> = ({ uins }, { user, now, presence }) => ({
  told: presence.announceInvisibleTo(user, uins, now),
})
