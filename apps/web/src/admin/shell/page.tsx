import { type ReactNode, useEffect, useRef } from 'react'
import { Menu } from '../../look/menu.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useNavigation } from './navigation.tsx'
import { useSigned } from './session.ts'
import { useTasteItems } from './taste-items.ts'

interface PageProps {
  readonly title: string
  /** One short line beside the title. */
  readonly about?: string
  /** Buttons of this page in the band. */
  readonly buttons?: ReactNode
  /** Without the ordinary margins. */
  readonly isWhole?: boolean
  readonly isNarrow?: boolean
  readonly children: ReactNode
}

/** One page: its title in the band and in the window, the buttons that every page has, and what it shows. */
export function Page({ title, about, buttons, isWhole = false, isNarrow = false, children }: PageProps): ReactNode {
  const words = useWords('admin').shell
  const { signOut } = useSigned()
  const { isOpen, toggle, takeFocus } = useNavigation()
  const tasteItems = useTasteItems()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = words.windowTitle(title)
  }, [title, words])
  useEffect(() => {
    if (takeFocus()) heading.current?.focus()
  }, [takeFocus])
  return (
    <main className="admin__main">
      <header className="admin__head">
        <button
          type="button"
          className="icon-btn admin__menu-btn"
          aria-label={words.pages}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          <Symbol name={isOpen ? 'i-close' : 'i-menu'} />
        </button>
        <div className="admin__title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about !== undefined && <span className="admin__sub">{about}</span>}
        </div>
        {buttons}
        <Menu label={words.looks} items={tasteItems}>
          <Symbol name="i-sun" />
        </Menu>
        <button type="button" className="icon-btn" aria-label={words.signOut} title={words.signOut} onClick={signOut}>
          <Symbol name="i-door" />
        </button>
      </header>
      <div className="admin__page" id="page" tabIndex={-1}>
        {isWhole ? children : <div className={isNarrow ? 'admin__in admin__in--narrow' : 'admin__in'}>{children}</div>}
      </div>
    </main>
  )
}
