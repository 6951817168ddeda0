import { useState } from 'react'
import { Menu } from '../../look/menu.tsx'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { TalkHeadProps } from '../frame.ts'
import { isPending } from '../list/groups.ts'
import { useContactMenu } from '../list/use-contact-menu.ts'
import { nameOfCodePage } from '../name-of-code-page.ts'
import { hrefOf } from '../route.ts'
import { ClearDialog } from './clear-dialog.tsx'
import { useExport } from './use-export.ts'

/** Who the conversation is with, and what can be done about them and it. */
export function TalkHead({ person, isSearching, onSearch, onAsk }: TalkHeadProps) {
  const common = useWords('common')
  const list = useWords('list')
  const talk = useWords('talk')
  const statuses = useWords('statuses')
  const messenger = useMessenger()
  const isOnline = useWatched(messenger.line).state === 'online'
  const own = useWatched(messenger.self)
  const exportTalk = useExport(person)
  const items = useContactMenu(person, onAsk)
  const [isClearing, setClearing] = useState(false)

  const status = isPending(person) ? 'pending' : isOnline ? person.status : undefined
  return (
    <header className="head">
      <a className="icon-btn back" href={hrefOf({ page: 'list' })} aria-label={common.backToList}>
        <Symbol name="i-back" />
      </a>
      <Status of={status} large silent />
      <div className="head__title">
        <h1>
          <bdi>{person.name}</bdi>
        </h1>
        <span className="head__sub">
          <UinText uin={person.uin} /> ·{' '}
          {isOnline || status === 'pending' ? statuses[status ?? 'offline'] : talk.unknownStatus}
          {person.codePage === own.codePage ? null : (
            <span className="only-wide"> · {nameOfCodePage(person.codePage)}</span>
          )}
        </span>
      </div>
      <button
        type="button"
        className="icon-btn"
        aria-label={talk.searchHere}
        title={talk.searchHere}
        aria-pressed={isSearching}
        onClick={onSearch}
      >
        <Symbol name="i-search" />
      </button>
      <a
        className="icon-btn only-wide"
        href={hrefOf({ page: 'profile', uin: person.uin })}
        aria-label={talk.about(person.name)}
        title={talk.about(person.name)}
      >
        <Symbol name="i-person" />
      </a>
      <Menu
        label={list.moreAbout(person.name)}
        items={[
          ...items,
          'line',
          { label: talk.export, symbol: 'i-download', act: exportTalk },
          { label: talk.clear, symbol: 'i-trash', isDanger: true, act: () => setClearing(true) },
        ]}
      >
        <Symbol name="i-more" />
      </Menu>
      {isClearing ? <ClearDialog person={person} onClose={() => setClearing(false)} /> : null}
    </header>
  )
}
