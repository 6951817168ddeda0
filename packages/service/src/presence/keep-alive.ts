import type { Handler } from '../handler.ts'

/** A sign of life, and the occasion to say again what was lost on the way. */
export const keepAlive: Handler<'keepAlive'> = (_, { user, presence }) => ({ answers: presence.repair(user) })
