import type { Entry, Person } from '@seekyou/messenger'
import { type ReactNode, useState } from 'react'
import { Menu } from '../../look/menu.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { TalkHeadProps } from '../frame.ts'
import { useContactMenu } from '../list/use-contact-menu.ts'
import { hrefOf } from '../route.ts'
import { ClearDialog } from '../talk/clear-dialog.tsx'
import { useExport } from '../talk/use-export.ts'

/** A page in a window: its title is in the title bar, what it says of itself in the status bar. */
export function FramePage({ sub, actions, children }: FramePageProps) {
  return (
    <div className="sheet">
      {actions === undefined ? null : <div className="tool-bar">{actions}</div>}
      <div className="page">{children}</div>
      {sub === undefined ? null : (
        <div className="status-bar">
          <p className="status-bar-field">{sub}</p>
        </div>
      )}
    </div>
  )
}

interface FramePageProps {
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The menu bar of a conversation. */
export function TalkMenus({ person, isSearching, onSearch, onAsk }: TalkHeadProps) {
  const words = useWords('windows')
  const talk = useWords('talk')
  const exportTalk = useExport(person)
  const about = useContactMenu(person, onAsk)
  const [isClearing, setClearing] = useState(false)
  return (
    <div className="menu-bar">
      <Menu className="menu-bar__menu" label={words.message} items={about}>
        {words.message}
      </Menu>
      <Menu
        className="menu-bar__menu"
        label={words.history}
        items={[
          { label: talk.searchHere, symbol: 'i-search', isChecked: isSearching, act: onSearch },
          { label: talk.export, symbol: 'i-download', act: exportTalk },
          'line',
          { label: talk.clear, symbol: 'i-trash', isDanger: true, act: () => setClearing(true) },
        ]}
      >
        {words.history}
      </Menu>
      <a className="menu-bar__menu" href={hrefOf({ page: 'profile', uin: person.uin })}>
        {talk.about(person.name)}
      </a>
      {isClearing ? <ClearDialog person={person} onClose={() => setClearing(false)} /> : null}
    </div>
  )
}

/** Who says it, and when: in front of what is said. */
export function Author({ entry, person }: { readonly entry: Entry; readonly person: Person }) {
  const dates = useDates()
  const { nick } = useWatched(useMessenger().self)
  const isOwn = entry.author === 'me'
  return (
    <b className={isOwn ? 'author author--me' : 'author'}>
      <bdi>{isOwn ? nick : person.name}</bdi> <time title={dates.full(entry.at)}>{dates.time(entry.at)}</time>
    </b>
  )
}
