import type { ReactNode } from 'react'
import { Symbol } from '../look/symbol.tsx'
import { useWords } from '../words/use-words.ts'
import { useFrame } from './frame.ts'
import { LineBanner } from './line-banner.tsx'
import { hrefOf, type Route } from './route.ts'

/** A page beside the contact list: the band with its title, and what it shows. `actions` stand at the end of the band. */
export function PageFrame({ title, sub, actions, backTo = { page: 'list' }, children }: PageFrameProps) {
  const common = useWords('common')
  const frame = useFrame()
  if (frame !== undefined) {
    return (
      <frame.Page sub={sub} actions={actions}>
        {children}
      </frame.Page>
    )
  }
  return (
    <main className="pane chat" id="main" tabIndex={-1}>
      <header className="head">
        <a className="icon-btn back" href={hrefOf(backTo)} aria-label={common.back}>
          <Symbol name="i-back" />
        </a>
        <div className="head__title">
          <h1>{title}</h1>
          {sub === undefined ? null : <span className="head__sub">{sub}</span>}
        </div>
        {actions}
      </header>
      <div className="chat__mid">
        <LineBanner />
      </div>
      <div className="page">{children}</div>
    </main>
  )
}

interface PageFrameProps {
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  /** Where the arrow of a phone leads. */
  readonly backTo?: Route
  readonly children: ReactNode
}
