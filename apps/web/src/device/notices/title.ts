import type { Messenger } from '@seekyou/messenger'
import { shownUin } from './look.ts'

/** The title, the icon and the badge say how much is not read. Returns what stops it, and puts them back. */
export function showUnread({ unread, people }: Messenger): () => void {
  const show = (): void => {
    const { loud } = unread.get()
    const uin = shownUin()
    document.title = titleOf(loud, uin === undefined ? undefined : people.get().get(uin)?.name)
    showIcon(loud > 0)
    showBadge(loud)
  }
  const stops = [unread.watch(show), people.watch(show)]
  addEventListener('hashchange', show)
  show()
  return () => {
    for (const stop of stops) stop()
    removeEventListener('hashchange', show)
    document.title = titleOf(0, undefined)
    showIcon(false)
    showBadge(0)
  }
}

/** `(2) bob · Seekyou` */
const titleOf = (unread: number, name: string | undefined): string =>
  `${unread > 0 ? `(${unread}) ` : ''}${name === undefined ? '' : `${name} · `}Seekyou`

function showIcon(isUnread: boolean): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const href = isUnread ? '/favicon-unread.svg' : '/favicon.svg'
  if (icon !== null && icon.getAttribute('href') !== href) icon.setAttribute('href', href)
}

function showBadge(count: number): void {
  // Only installed programs have one; elsewhere it is refused.
  navigator.setAppBadge?.(count).catch(() => {})
}
