// Intents that change what must outlive a restart. They are carried out, and acknowledged, when the change is on the disk.
import { type Intent, type IntentName, normaliseStatus, type Uin } from '@seekyou/language'
import type { KeptPresence, Presence } from '@seekyou/service'

const names: ReadonlySet<IntentName> = new Set([
  'changeStatus',
  'announceContacts',
  'announceVisibleTo',
  'announceInvisibleTo',
  'addContact',
])

/** Whether it is an intent of this kind. */
export const isKept = ({ name }: Intent): boolean => names.has(name)

/** Whether such an intent changes anything: most clients repeat their lists. */
export function changesKept(presence: Presence, uin: Uin, intent: Intent): boolean {
  const present = presence.get(uin)
  if (!present) return false
  switch (intent.name) {
    case 'changeStatus':
      return normaliseStatus(intent.status) !== present.status
    case 'announceContacts':
    case 'addContact':
      return !addedBy(intent).every((contact) => present.contacts.has(contact))
    case 'announceVisibleTo':
      return !isSame(present.visibleTo, intent.uins)
    case 'announceInvisibleTo':
      return !isSame(present.invisibleTo, intent.uins)
    default:
      return false
  }
}

/** What is kept once an intent has been carried out. */
export function changed(kept: KeptPresence, intent: Intent, contactsMax: number): KeptPresence {
  switch (intent.name) {
    case 'changeStatus':
      return { ...kept, status: normaliseStatus(intent.status) }
    case 'announceContacts':
    case 'addContact':
      return { ...kept, contacts: joined(kept.contacts, addedBy(intent), contactsMax) }
    case 'announceVisibleTo':
      return { ...kept, visibleTo: intent.uins }
    case 'announceInvisibleTo':
      return { ...kept, invisibleTo: intent.uins }
    default:
      return kept
  }
}

/** The contacts that are about to be added. The store has not said yet whether they may be seen. */
export const newContacts = (present: ReturnType<Presence['get']>, changes: readonly Intent[]): Uin[] =>
  changes.flatMap((intent) => addedBy(intent).filter((contact) => !present?.contacts.has(contact)))

function addedBy(intent: Intent): readonly Uin[] {
  if (intent.name === 'announceContacts') return intent.uins
  return intent.name === 'addContact' ? [intent.uin] : []
}

const joined = (some: readonly Uin[], more: readonly Uin[], most: number): Uin[] =>
  [...new Set([...some, ...more])].slice(0, most)

const isSame = (set: ReadonlySet<Uin>, uins: readonly Uin[]): boolean =>
  new Set(uins).size === set.size && uins.every((uin) => set.has(uin))
