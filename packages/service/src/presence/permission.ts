// Who may see whom where authorization is enforced. The store knows for good; here is what it has said during one visit.
import type { Uin } from '@seekyou/language'
import { excluding, including } from '../few.ts'
import type { Present } from './present.ts'

/** Whether a watcher may see somebody who needs authorization. Until the store has spoken, nobody may, except that one. */
export function isAllowed({ uin, info }: Present, watcher: Present): boolean {
  if (!info.needsAuthorization || uin === watcher.uin) return true
  return !watcher.refusedBy.has(uin) && !watcher.unremembered.has(uin)
}

/** Those of these contacts whom the store has not remembered during this visit. */
export function unrememberedOf(watcher: Present | undefined, contacts: Iterable<Uin>): Uin[] {
  if (!watcher || watcher.unremembered.size === 0) return []
  return [...new Set(contacts)].filter((contact) => watcher.unremembered.has(contact))
}

/** The store has remembered these contacts, and says which of them may be seen. */
export function settleRemembered(watcher: Present | undefined, contacts: Iterable<Uin>, allowed: Iterable<Uin>): void {
  if (!watcher) return
  const visible = new Set(allowed)
  for (const contact of contacts) {
    // Whoever has granted it meanwhile is not asked any more.
    if (!watcher.unremembered.has(contact)) continue
    watcher.unremembered = excluding(watcher.unremembered, contact)
    if (!visible.has(contact)) watcher.refusedBy = including(watcher.refusedBy, contact)
  }
}

/** The contact has granted it. */
export function settleGranted(watcher: Present, contact: Uin): void {
  watcher.unremembered = excluding(watcher.unremembered, contact)
  watcher.refusedBy = excluding(watcher.refusedBy, contact)
}
