import { type KeyboardEvent, useRef } from 'react'
import { Symbol } from './symbol.tsx'

/** A thing to do, a heading (`title`), or a line between them. */
export type MenuEntry = MenuItem | { readonly title: string } | 'line'

export interface MenuItem {
  readonly label: string
  readonly symbol?: string
  readonly act: () => void
  readonly isDanger?: boolean
  /** One of several, or something that is on or off. */
  readonly isChecked?: boolean
  /** The key that does the same. */
  readonly key?: string
}

/** The rows of a menu. Arrow keys, Home, End and the first letter move the focus. */
export function MenuItems({ items, onClose }: { readonly items: readonly MenuEntry[]; readonly onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
    const next = nextRow(event.key, rows.indexOf(document.activeElement as HTMLElement), rows)
    if (next === undefined) return
    event.preventDefault()
    rows[next]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are what is pressed
    <div ref={box} onKeyDown={move}>
      {items.map((item, index) =>
        item === 'line' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else
          <hr key={index} />
        ) : 'title' in item ? (
          <div key={item.title} className="menu__title">
            {item.title}
          </div>
        ) : (
          <button
            key={item.label}
            type="button"
            tabIndex={-1}
            className={item.isDanger === true ? 'menu__item menu__item--danger' : 'menu__item'}
            {...(item.isChecked === undefined
              ? { role: 'menuitem' }
              : { role: 'menuitemcheckbox', 'aria-checked': item.isChecked })}
            onClick={() => {
              onClose()
              item.act()
            }}
          >
            {item.symbol === undefined ? null : <Symbol name={item.symbol} />}
            {item.label}
            {item.isChecked === true ? <Symbol name="i-check" className="icon menu__check" /> : null}
            {item.key === undefined ? null : <kbd>{item.key}</kbd>}
          </button>
        ),
      )}
    </div>
  )
}

function nextRow(key: string, now: number, rows: readonly HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return (now + 1) % rows.length
  if (key === 'ArrowUp') return (now + rows.length - 1) % rows.length
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  if (key.length !== 1 || key === ' ') return undefined
  const starts = (row: HTMLElement): boolean => row.textContent.trim().toLowerCase().startsWith(key.toLowerCase())
  const found = [...rows.slice(now + 1), ...rows.slice(0, now + 1)].find(starts)
  return found === undefined ? undefined : rows.indexOf(found)
}
