import { useState } from 'react'
import { Badge } from '../../look/badge.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { Wordmark } from '../../look/wordmark.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { LineBanner } from '../line-banner.tsx'
import { hrefOf } from '../route.ts'
import { TroubleNote } from '../trouble-note.tsx'
import { UpdateNote } from '../update-note.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { useRoute } from '../use-route.ts'
import { Found } from './found.tsx'
import { Groups } from './groups.tsx'
import './list.css'
import { MyStatus, MyStatusChip } from './my-status.tsx'
import { SearchField } from './search-field.tsx'

/** Everybody: the list, the search in it, and the own status below. */
export function ContactList() {
  const common = useWords('common')
  const list = useWords('list')
  const messenger = useMessenger()
  const isStale = useWatched(messenger.line).state !== 'online'
  const { hideOffline } = useWatched(messenger.settings)
  const requests = useWatched(messenger.requests)
  const route = useRoute()
  const [typed, setTyped] = useState('')

  // On a phone the list is a page of its own.
  const Landmark = useIsPhone() ? 'main' : 'nav'
  const here = (page: string) => (route.page === page ? ('page' as const) : undefined)
  return (
    <Landmark className={isStale ? 'pane list list--stale' : 'pane list'} aria-label={common.contacts}>
      <h1 className="vh only-phone">{common.chats}</h1>
      <header className="head">
        <Wordmark />
        <span className="head__title" />
        <MyStatusChip />
        <a
          className="icon-btn only-wide"
          href={hrefOf({ page: 'find' })}
          aria-label={common.findPeople}
          aria-current={here('find')}
        >
          <Symbol name="i-add-person" />
        </a>
        <a className="icon-btn only-wide" href={hrefOf({ page: 'requests' })} aria-current={here('requests')}>
          <Symbol name="i-bell" />
          <span className="vh">{common.requests}</span>
          <Badge count={requests.length} says={common.requestsWaiting} />
        </a>
        <a
          className="icon-btn only-wide"
          href={hrefOf({ page: 'settings', part: '' })}
          aria-label={common.settings}
          aria-current={here('settings')}
        >
          <Symbol name="i-sliders" />
        </a>
      </header>
      <div className="list__body">
        <div className="list__tools">
          <SearchField typed={typed} onType={setTyped} />
          <button
            type="button"
            className="icon-btn"
            aria-label={list.hideOffline}
            title={list.hideOffline}
            aria-pressed={hideOffline}
            onClick={() => messenger.changeSettings({ hideOffline: !hideOffline })}
          >
            <Symbol name="i-filter" />
          </button>
        </div>
        <div className="only-phone">
          <LineBanner />
        </div>
        <TroubleNote />
        <UpdateNote />
        {typed.trim() === '' ? <Groups /> : <Found typed={typed} onChosen={() => setTyped('')} />}
      </div>
      <MyStatus />
    </Landmark>
  )
}
