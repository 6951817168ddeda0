import { type CSSProperties, type KeyboardEvent, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { MenuAt } from '../../look/menu.tsx'
import type { MenuEntry, MenuItem } from '../../look/menu-items.tsx'
import type { Place } from '../../look/place.ts'
import { useWords } from '../../words/use-words.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { Waiting } from '../waiting.tsx'
import { firstBox, fit } from './box.ts'
import { close, type Desk, minimize, put, raise, toggleMaximized, type Win } from './desk.ts'
import { FocusWhenFront } from './focus-when-front.tsx'
import type { ChangeDesk } from './use-desk.ts'
import { useMover } from './use-mover.ts'
import { useScreen } from './use-screen.ts'
import { useTitle } from './use-title.tsx'

/** A window: a title bar by which it is dragged, a corner by which its size changes, and what is inside. */
export function Window({ win, desk, nth, isFront, change, children }: WindowProps) {
  const words = useWords('windows')
  const title = useTitle(win)
  const screen = useScreen()
  const isPhone = useIsPhone()
  const section = useRef<HTMLElement>(null)
  const titleId = useId()
  const [menuAt, setMenuAt] = useState<Place | undefined>()
  const { key, route, isMinimized } = win
  const isSmall = route === undefined
  const what = route?.page ?? 'small'
  const kept = desk.boxes.get(isSmall ? what : key)
  const box = kept === undefined ? firstBox(what, nth, screen) : fit(kept, screen)
  const mover = useMover(box, screen, (to) => change((now) => put(now, isSmall ? what : key, to)))
  const isMaximized = !isSmall && (isPhone || desk.maximized.has(key))

  const act = {
    raise: () => change((now) => raise(now, key)),
    minimize: () => change((now) => minimize(now, key)),
    maximize: () => change((now) => toggleMaximized(now, key)),
    close: () => change((now) => close(now, key)),
  }
  const items: readonly MenuEntry[] = [
    ...(isSmall || isPhone
      ? []
      : [{ label: isMaximized ? words.restore : words.maximize, key: isMaximized ? 'R' : 'X', act: act.maximize }]),
    ...(isMaximized ? [] : [{ label: words.move, key: 'M', act: () => mover.startKeys('move') }]),
    ...(isMaximized || isSmall ? [] : [{ label: words.size, key: 'S', act: () => mover.startKeys('size') }]),
    { label: words.minimize, key: 'N', act: act.minimize },
    'line',
    { label: words.close, key: 'C', act: act.close },
  ]
  const openMenu = (): void => setMenuAt(section.current?.querySelector('.title-bar button')?.getBoundingClientRect())
  const pressInMenu = (event: KeyboardEvent): void => {
    const item = items.find(
      (one): one is MenuItem => typeof one === 'object' && 'key' in one && `Key${one.key}` === event.code,
    )
    if (item === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setMenuAt(undefined)
    item.act()
  }
  const press = (event: KeyboardEvent): void => {
    mover.onKeyDown(event)
    if (event.isPropagationStopped() || !event.altKey || event.code !== 'Space') return
    event.preventDefault()
    event.stopPropagation()
    openMenu()
  }
  const level = desk.order.indexOf(key) + (isSmall ? 1000 : 1)
  const { height, ...place } = mover.box
  const style: CSSProperties = {
    zIndex: level,
    ...(isMaximized || isPhone ? {} : place),
    // A small one is as high as what it says.
    ...(isMaximized || isPhone || isSmall ? {} : { height }),
  }
  return (
    <section
      ref={section}
      className={classOf(what, { isFront, isMinimized, isMaximized })}
      id={isFront ? 'main' : undefined}
      style={style}
      // Several of the small ones may be called the same, which landmarks must not.
      role={isSmall ? 'dialog' : undefined}
      tabIndex={-1}
      aria-labelledby={titleId}
      onPointerDownCapture={act.raise}
      onFocusCapture={act.raise}
      onKeyDownCapture={press}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the window menu and the buttons do the same */}
      <div
        className="title-bar"
        {...(isMaximized ? {} : mover.handle('move'))}
        onDoubleClick={(event) => {
          if (isSmall || isPhone || (event.target as Element).closest('button') !== null) return
          act.maximize()
        }}
      >
        <button
          type="button"
          className="title-bar__icon"
          aria-label={words.menuOf(title.short)}
          aria-haspopup="menu"
          aria-expanded={menuAt !== undefined}
          onClick={() => (menuAt === undefined ? openMenu() : setMenuAt(undefined))}
        >
          {title.icon}
        </button>
        <div className="title-bar-text">
          <h2 id={titleId}>
            <bdi>{title.long}</bdi>
          </h2>
        </div>
        <div className="title-bar-controls">
          <button
            type="button"
            className="minimize"
            aria-label={words.minimizeIt(title.short)}
            title={words.minimize}
            onClick={act.minimize}
          />
          {isSmall || isPhone ? null : (
            <button
              type="button"
              className={isMaximized ? 'restore' : 'maximize'}
              aria-label={(isMaximized ? words.restoreIt : words.maximizeIt)(title.short)}
              title={isMaximized ? words.restore : words.maximize}
              onClick={act.maximize}
            />
          )}
          <button
            type="button"
            className="close"
            aria-label={words.closeIt(title.short)}
            title={words.close}
            onClick={act.close}
          />
        </div>
      </div>
      <div className="win__body">
        <Suspense fallback={<Waiting />}>
          {children}
          <FocusWhenFront isFront={isFront} of={section} />
        </Suspense>
      </div>
      {isMaximized || isSmall ? null : <div className="win__grip" {...mover.handle('size')} />}
      <p className="vh" role="status">
        {mover.byKeys === undefined ? '' : mover.byKeys === 'move' ? words.moving : words.sizing}
      </p>
      {menuAt === undefined ? null : (
        <div onKeyDownCapture={pressInMenu}>
          <MenuAt at={menuAt} label={words.menuOf(title.short)} items={items} onClose={() => setMenuAt(undefined)} />
        </div>
      )}
    </section>
  )
}

interface WindowProps {
  readonly win: Win
  readonly desk: Desk
  /** How many of its kind were opened before it. */
  readonly nth: number
  readonly isFront: boolean
  readonly change: ChangeDesk
  readonly children: ReactNode
}

const classOf = (what: string, { isFront, isMinimized, isMaximized }: Readonly<Record<string, boolean>>): string =>
  [
    `window win win--${what}`,
    isFront ? 'win--front' : '',
    isMinimized ? 'win--minimized' : '',
    isMaximized ? 'win--max' : '',
  ]
    .filter(Boolean)
    .join(' ')
