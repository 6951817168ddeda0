import { useState } from 'react'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { Found } from '../list/found.tsx'
import { Groups } from '../list/groups.tsx'
import '../list/list.css'
import { MyStatus } from '../list/my-status.tsx'
import { SearchField } from '../list/search-field.tsx'
import { TroubleNote } from '../trouble-note.tsx'
import { UpdateNote } from '../update-note.tsx'
import { goTo } from '../use-route.ts'
import { ListMenus } from './list-menus.tsx'

/** The contact list, tall and narrow. */
export function ListWindow() {
  const common = useWords('common')
  const words = useWords('windows')
  const dates = useDates()
  const messenger = useMessenger()
  const line = useWatched(messenger.line)
  const { roundTripMs } = useWatched(messenger.traffic)
  const requests = useWatched(messenger.requests).length
  const [typed, setTyped] = useState('')
  const isOnline = line.state === 'online'
  return (
    <nav className={isOnline ? 'list' : 'list list--stale'} aria-label={common.contacts}>
      <ListMenus />
      <div className="list__tools">
        <SearchField typed={typed} onType={setTyped} />
      </div>
      <TroubleNote />
      <UpdateNote />
      <div className="roster">
        {typed.trim() === '' ? <Groups /> : <Found typed={typed} onChosen={() => setTyped('')} />}
      </div>
      <div className="pair">
        <button type="button" className="btn" onClick={() => goTo({ page: 'find' })}>
          {common.findPeople}
        </button>
        <button type="button" className="btn" onClick={() => goTo({ page: 'requests' })}>
          {requests === 0 ? common.requests : words.requests(dates.number(requests))}
        </button>
      </div>
      <MyStatus />
      <div className="status-bar">
        <p className="status-bar-field">
          <UinText uin={messenger.uin} />
        </p>
        {isOnline && roundTripMs !== undefined ? (
          <p className="status-bar-field status-bar-field--fit">
            {words.milliseconds(dates.number(Math.round(roundTripMs)))}
          </p>
        ) : null}
      </div>
    </nav>
  )
}
