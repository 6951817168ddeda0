import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type MenuEntry, MenuItems } from './menu-items.tsx'
import { type Place, placeBeside } from './place.ts'

/** A button that opens a list of things to do. With a class of its own it has words in it; else it is an icon, named by `label`. */
export function Menu({ label, className, items, children }: MenuProps) {
  const [at, setAt] = useState<Place | undefined>()
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setAt(undefined), [])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? 'icon-btn'}
        aria-label={className === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        onClick={() => setAt(at === undefined ? button.current?.getBoundingClientRect() : undefined)}
      >
        {children}
      </button>
      {at === undefined ? null : <MenuAt at={at} label={label} items={items} onClose={close} />}
    </>
  )
}

/** The list alone, beside a place: for what is not opened by a button. Arrow keys move; Escape, Tab and a press elsewhere close it. */
export function MenuAt({ at, label, items, onClose }: MenuAtProps) {
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = sheet.current
    if (element === null) return
    const before = document.activeElement
    element.showPopover()
    placeBeside(element, at)
    element.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
    return () => {
      if (before instanceof HTMLElement && element.contains(document.activeElement)) before.focus()
    }
  }, [at])
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      // Its own button closes it, too, when the press has become a click.
      if (!(event.target instanceof Element) || event.target.closest('[aria-haspopup=menu][aria-expanded=true]')) return
      if (sheet.current?.contains(event.target) !== true) onClose()
    }
    addEventListener('pointerdown', press, true)
    return () => removeEventListener('pointerdown', press, true)
  }, [onClose])
  return (
    <div
      ref={sheet}
      className="menu"
      // The browser itself would close it again when the pressed button of the mouse is let go.
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <MenuItems items={items} onClose={onClose} />
    </div>
  )
}

interface MenuProps {
  readonly label: string
  readonly className?: string
  readonly items: readonly MenuEntry[]
  readonly children: ReactNode
}

interface MenuAtProps {
  readonly at: Place
  readonly label: string
  readonly items: readonly MenuEntry[]
  readonly onClose: () => void
}
