import { isUin, type Uin } from '@seekyou/language'

/** Whose conversation the page shows, as its address says. */
export function shownUin(hash = location.hash): Uin | undefined {
  const number = Number(/^#\/talk\/(\d+)/.exec(hash)?.[1])
  return isUin(number) ? number : undefined
}

/** Whether the user has a conversation before their eyes. */
export const isLookedAt = (uin: Uin): boolean =>
  document.visibilityState === 'visible' && document.hasFocus() && shownUin() === uin
