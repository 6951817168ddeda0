import type { Intent, Status, Uin } from '@seekyou/language'

/** How somebody wants to be seen. */
export interface Appearance {
  readonly status: Status
  readonly visibleTo: ReadonlySet<Uin>
  readonly invisibleTo: ReadonlySet<Uin>
}

/** How somebody appears who has just signed on. */
export const appearanceAt = (status: Status): Appearance => ({
  status,
  visibleTo: new Set(),
  invisibleTo: new Set(),
})

/** How somebody appears when an intent of theirs has been carried out; the same as before if it changes nothing of this kind. */
export function appearanceAfter(before: Appearance, intent: Intent | undefined): Appearance {
  switch (intent?.name) {
    case 'changeStatus':
      return { ...before, status: intent.status }
    case 'announceVisibleTo':
      return { ...before, visibleTo: new Set(intent.uins) }
    case 'announceInvisibleTo':
      return { ...before, invisibleTo: new Set(intent.uins) }
    default:
      return before
  }
}
