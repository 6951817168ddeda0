import type { Handler } from '../handler.ts'

/** Tells everyone who may see the user how available they are from here on. */
export const changeStatus: Handler<'changeStatus'> = ({ status }, { user, now, presence }) => ({
  told: presence.changeStatus(user, status, now),
})
