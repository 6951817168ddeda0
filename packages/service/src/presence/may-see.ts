import { isInvisible, type Uin } from '@seekyou/language'
import type { Present } from './present.ts'

/**
 * Whether a watcher is shown this user: nobody on the invisible list ever is, and of an invisible user only the visible list
 * learns anything (docs/protocol/status.md).
 */
export function maySee(user: Present, watcher: Uin): boolean {
  if (user.invisibleTo.has(watcher)) return false
  return !isInvisible(user.status) || user.visibleTo.has(watcher)
}
