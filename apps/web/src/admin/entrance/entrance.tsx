import { type ReactNode, type SubmitEvent, useEffect } from 'react'
import { Menu } from '../../look/menu.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { Wordmark } from '../../look/wordmark.tsx'
import { useWords } from '../../words/use-words.ts'
import { useTasteItems } from '../shell/taste-items.ts'
import './entrance.css'

interface EntranceProps {
  readonly title: string
  readonly button: string
  readonly isBusy: boolean
  onSubmit(): void
  readonly children: ReactNode
}

/** What stands before the pages: a form in a window with a picture. */
export function Entrance({ title, button, isBusy, onSubmit, children }: EntranceProps): ReactNode {
  const words = useWords('admin')
  const tasteItems = useTasteItems()
  useEffect(() => {
    document.title = words.shell.windowTitle(title)
  }, [title, words])
  return (
    <main className="entrance">
      <form
        className="entrance__window"
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <div className="entrance__art">
          <Waves />
          <div className="entrance__brand">
            <Wordmark />
            <span className="role">{words.shell.role}</span>
          </div>
          <p>{words.entrance.about}</p>
        </div>
        <div className="entrance__main">
          <div className="entrance__body">
            <h1>{title}</h1>
            {children}
          </div>
          <div className="entrance__foot">
            <Menu label={words.shell.looks} items={tasteItems}>
              <Symbol name="i-globe" />
            </Menu>
            <button type="submit" className="btn btn--go" disabled={isBusy}>
              {button}
            </button>
          </div>
        </div>
      </form>
    </main>
  )
}

/** Rings of a call that goes out. */
function Waves(): ReactNode {
  return (
    <svg className="entrance__waves" viewBox="0 0 290 520" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {[40, 80, 122, 166, 212, 260].map((radius, index) => (
        <circle key={radius} cx="62" cy="330" r={radius} opacity={0.34 - index * 0.05} />
      ))}
      <circle className="entrance__spark" cx="62" cy="330" r="9" />
    </svg>
  )
}
