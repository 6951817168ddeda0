import { useEffect } from 'react'
import { useMessenger, useSession } from './contexts.ts'
import type { Drawer } from './drawer.ts'
import { pickedStatuses, pickStatus } from './list/pick-status.ts'
import { hrefOf, routeOf } from './route.ts'
import { goTo } from './use-route.ts'

/** Keys that work everywhere: Ctrl K, Alt ↑ ↓, Alt 1…8, Ctrl Shift P, and Escape for the drawer. */
export function useShortcuts(drawer: Drawer): void {
  const messenger = useMessenger()
  const session = useSession()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return
      if (!act(event)) return
      event.preventDefault()
    }
    const act = (event: KeyboardEvent): boolean => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
      if (isCommand && !event.shiftKey && event.code === 'KeyK') return focusSearch()
      if (isCommand && event.shiftKey && event.code === 'KeyP') {
        if (drawer.isOpen) drawer.close()
        else drawer.open()
        return true
      }
      if (event.key === 'Escape' && drawer.isOpen) {
        drawer.close()
        return true
      }
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      if (event.key === 'ArrowUp') return goBy(-1)
      if (event.key === 'ArrowDown') return goBy(1)
      const wanted = pickedStatuses[Number(/^Digit([1-8])$/.exec(event.code)?.[1]) - 1]
      if (wanted === undefined) return false
      pickStatus(wanted, messenger, session)
      return true
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [messenger, session, drawer])
}

function focusSearch(): boolean {
  if (document.querySelector('.list')?.checkVisibility({ visibilityProperty: true }) !== true) goTo({ page: 'list' })
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#search')?.select())
  return true
}

/** The conversation above or below, in the order that the list shows. */
function goBy(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('.contacts a.contact')].filter(
    (row) => row.offsetParent !== null,
  )
  // The address bar knows at once where one is; a row is drawn as the current one later than a quick hand presses again.
  const shown = routeOf(location.hash)
  const own = shown.page === 'talk' && hrefOf({ page: 'talk', uin: shown.uin })
  const here = rows.findIndex(({ hash }) => hash === own)
  const next = rows[here === -1 && step === -1 ? rows.length - 1 : here + step]
  if (next === undefined) return rows.length > 0
  goTo(routeOf(next.hash))
  next.scrollIntoView({ block: 'nearest' })
  return true
}
