import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { Wordmark } from '../../look/wordmark.tsx'
import { useWords } from '../../words/use-words.ts'
import { hrefOf, pages, useRoute } from './routes.ts'

interface Navigation {
  /** On a small screen the list of pages covers the page. */
  readonly isOpen: boolean
  toggle(): void
  /** True once after somebody has gone to another page: its heading takes the focus. */
  takeFocus(): boolean
}

const NavigationContext = createContext<Navigation>({ isOpen: false, toggle: () => {}, takeFocus: () => false })

export const useNavigation = (): Navigation => use(NavigationContext)

/** The list of pages, beside the one that is shown. */
export function WithNavigation({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useWords('admin')
  const { page } = useRoute()
  const [isOpen, setOpen] = useState(false)
  const nav = useRef<HTMLElement>(null)
  const wasChosen = useRef(false)
  const toggle = useCallback(() => setOpen((open) => !open), [])
  const takeFocus = useCallback(() => {
    const was = wasChosen.current
    wasChosen.current = false
    return was
  }, [])
  const navigation = useMemo(() => ({ isOpen, toggle, takeFocus }), [isOpen, toggle, takeFocus])
  useEffect(() => {
    if (!isOpen) return
    nav.current?.querySelector('a')?.focus()
    const close = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setOpen(false)
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [isOpen])
  return (
    <NavigationContext value={navigation}>
      <button type="button" className="skip" onClick={skip}>
        {words.shell.skip}
      </button>
      <header className="admin__brand">
        <Wordmark />
        <span className="role">{words.shell.role}</span>
      </header>
      <nav ref={nav} className={isOpen ? 'admin__nav admin__nav--open' : 'admin__nav'} aria-label={words.shell.pages}>
        <ul>
          {pages.map(({ name, symbol }) => (
            <li key={name} className={name === 'audit' ? 'second' : undefined}>
              <a
                href={hrefOf(name)}
                aria-current={name === page ? 'page' : undefined}
                onClick={() => {
                  wasChosen.current = name !== page
                  setOpen(false)
                }}
              >
                <Symbol name={symbol} />
                {words.pages[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </NavigationContext>
  )
}

const skip = (): void => document.getElementById('page')?.focus()
