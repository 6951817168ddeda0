import { useEffect, useState } from 'react'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { statusPickerId } from '../list/status-picker.tsx'
import { goTo } from '../use-route.ts'

/** What is not read, the own status, and the time. */
export function Tray() {
  const common = useWords('common')
  const list = useWords('list')
  const statuses = useWords('statuses')
  const dates = useDates()
  const messenger = useMessenger()
  const people = useWatched(messenger.people)
  const { loud } = useWatched(messenger.unread)
  const self = useWatched(messenger.self)
  const isOnline = useWatched(messenger.line).state === 'online'
  const now = useMinute()
  const openUnread = (): void => {
    const waiting = [...people.values()].filter(({ unread, isMuted }) => unread > 0 && !isMuted)
    const latest = waiting.sort((one, other) => (other.last?.at ?? 0) - (one.last?.at ?? 0))[0]
    if (latest !== undefined) goTo({ page: 'talk', uin: latest.uin })
  }
  return (
    <div className="tray">
      {loud === 0 ? null : (
        <button type="button" className="tray__btn" aria-label={common.unread(loud)} onClick={openUnread}>
          <Symbol name="px-message" className="st st--message" />
        </button>
      )}
      <button
        type="button"
        className="tray__btn"
        aria-label={`${list.status}: ${statuses[isOnline ? self.status : 'offline']}`}
        aria-haspopup="dialog"
        popoverTarget={statusPickerId}
      >
        <Status of={isOnline ? self.status : undefined} silent />
      </button>
      <time dateTime={new Date(now).toISOString()}>{dates.time(now)}</time>
    </div>
  )
}

/** The time, until the next minute begins. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 60_000 - (now % 60_000))
    return () => clearTimeout(timer)
  }, [now])
  return now
}
