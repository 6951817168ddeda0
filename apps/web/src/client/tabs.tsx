import type { ReactNode } from 'react'
import { Badge } from '../look/badge.tsx'
import { Symbol } from '../look/symbol.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useWords } from '../words/use-words.ts'
import { useMessenger } from './contexts.ts'
import { hrefOf, type Route } from './route.ts'
import { useRoute } from './use-route.ts'

/** The ways between the pages on a phone. */
export function Tabs() {
  const common = useWords('common')
  const messenger = useMessenger()
  const unread = useWatched(messenger.unread)
  const requests = useWatched(messenger.requests)
  return (
    <nav className="tabs" aria-label="Seekyou">
      <Tab to={{ page: 'list' }} symbol="i-people" words={common.chats}>
        <Badge count={unread.all} says={common.unread} isMuted={unread.loud === 0} />
      </Tab>
      <Tab to={{ page: 'find' }} symbol="i-add-person" words={common.find} />
      <Tab to={{ page: 'requests' }} symbol="i-bell" words={common.requests}>
        <Badge count={requests.length} says={common.requestsWaiting} />
      </Tab>
      <Tab to={{ page: 'settings', part: '' }} symbol="i-sliders" words={common.settings} />
    </nav>
  )
}

function Tab({ to, symbol, words, children }: TabProps) {
  const route = useRoute()
  const isHere = route.page === to.page || (to.page === 'list' && route.page === 'talk')
  return (
    <a href={hrefOf(to)} aria-current={isHere ? 'page' : undefined}>
      <Symbol name={symbol} />
      <span>{words}</span>
      {children}
    </a>
  )
}

interface TabProps {
  readonly to: Route
  readonly symbol: string
  readonly words: string
  readonly children?: ReactNode
}
