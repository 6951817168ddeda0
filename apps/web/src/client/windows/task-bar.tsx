import { useEffect, useRef } from 'react'
import { Menu } from '../../look/menu.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { type Desk, minimize, raise, type Win } from './desk.ts'
import { Tray } from './tray.tsx'
import type { ChangeDesk } from './use-desk.ts'
import { useMenus } from './use-menus.ts'
import { useTitle } from './use-title.tsx'

/** One button for each window; before them what can be started, after them what is going on. */
export function TaskBar({ desk, front, change }: TaskBarProps) {
  const words = useWords('windows')
  const { start } = useMenus()
  return (
    <nav className="tasks" aria-label={words.tasks}>
      <Menu className="task task--start" label={words.start} items={start}>
        <Symbol name="mark" className="px16" />
        <span>{words.start}</span>
      </Menu>
      <div className="tasks__windows">
        {desk.windows.map((win) => (
          <Task key={win.key} win={win} isFront={win === front} change={change} />
        ))}
      </div>
      <Tray />
    </nav>
  )
}

/** Brings a window to the front; the one in front goes away. */
function Task({ win, isFront, change }: TaskProps) {
  const title = useTitle(win)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFront) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isFront])
  return (
    <button
      ref={button}
      type="button"
      className="task"
      aria-pressed={isFront}
      title={title.long}
      onClick={() => change((desk) => (isFront ? minimize(desk, win.key) : raise(desk, win.key)))}
    >
      {title.icon}
      <bdi>{title.short}</bdi>
    </button>
  )
}

interface TaskBarProps {
  readonly desk: Desk
  readonly front: Win | undefined
  readonly change: ChangeDesk
}

interface TaskProps {
  readonly win: Win
  readonly isFront: boolean
  readonly change: ChangeDesk
}
