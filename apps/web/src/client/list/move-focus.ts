import type { KeyboardEvent } from 'react'

/** Arrow keys go from row to row of a list, over the headings too. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('summary, a')].filter(
    (row) => row.offsetParent !== null,
  )
  const here = rows.indexOf(document.activeElement as HTMLElement)
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (here === -1 || next === undefined) return
  event.preventDefault()
  if (next === -1) document.querySelector<HTMLElement>('#search')?.focus()
  else rows[next]?.focus()
}
