import { rememberLate } from '../contacts/remember.ts'
import type { Handler } from '../handler.ts'

/** A sign of life, and the occasion to say again what was lost on the way, and to remember what the store could not. */
export const keepAlive: Handler<'keepAlive'> = (_, context) => {
  const lost = context.presence.repair(context.user)
  const { answers = [], ...late } = rememberLate(context)
  return { answers: [...lost, ...answers], ...late }
}
