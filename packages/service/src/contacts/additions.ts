// Who has been told "you were added" lately. Some clients say so themselves after they have put somebody on their list, others
// leave it to the server, and nobody is to hear it twice (docs/decisions/0007-allowed-and-added.md).
import type { Millis, Uin } from '@seekyou/language'
import type { Addition, Present } from '../presence/present.ts'

/** For how long one addition is not told again, in milliseconds. */
const toldForMs = 60_000
/** How many additions of one user are remembered; of more, the oldest may be told twice. */
const additionsMax = 100

/** Whether the server is to tell the contact that the user has added them; from then on they have been told. */
export function mayServerTell(user: Present, contact: Uin, now: Millis): boolean {
  if (toldBy(user, contact, now)) return false
  note(user, contact, { at: now, by: 'server' })
  return true
}

/** Whether the user's own client may tell it: not when the server has just done so. From then on the contact has been told. */
export function mayClientTell(user: Present, contact: Uin, now: Millis): boolean {
  if (toldBy(user, contact, now) === 'server') return false
  note(user, contact, { at: now, by: 'client' })
  return true
}

function toldBy({ additions }: Present, contact: Uin, now: Millis): 'server' | 'client' | undefined {
  const last = additions?.get(contact)
  return last && now - last.at < toldForMs ? last.by : undefined
}

function note(user: Present, contact: Uin, addition: Addition): void {
  user.additions ??= new Map()
  user.additions.delete(contact)
  user.additions.set(contact, addition)
  if (user.additions.size > additionsMax) user.additions.delete(user.additions.keys().next().value!)
}
