import type { Conversation, Person } from '@seekyou/messenger'
import { useMemo } from 'react'
import { Call } from '../../look/call.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { isPending } from '../list/groups.ts'
import { DayLine } from './day-line.tsx'
import { EntryRow } from './entry-row.tsx'
import { rowsOf } from './rows.ts'
import { useLogScroll } from './use-log-scroll.ts'

/** What was said: the newest at the bottom, earlier ones on scrolling up. */
export function Log({ person, conversation, wanted }: LogProps) {
  const talk = useWords('talk')
  const rows = useMemo(() => rowsOf(conversation), [conversation])
  const { scroll, isAtEnd, below, toEnd, loadEarlier, isLoading } = useLogScroll(conversation, wanted)
  const isOnline = useWatched(useMessenger().line).state === 'online'
  const last = conversation.entries.at(-1)
  const isHeld =
    isOnline && person.status === undefined && !isPending(person) && last?.author === 'me' && last.state === 'accepted'
  return (
    <div className="scroll-box">
      <div
        ref={scroll}
        className="scroll"
        role="log"
        // New messages are announced in one place for all conversations.
        aria-live="off"
        aria-label={talk.conversationWith(person.name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it
        tabIndex={0}
      >
        {conversation.entries.length === 0 && !conversation.hasEarlier ? (
          <div className="empty">
            <Call still />
            <p>{talk.empty(person.name)}</p>
          </div>
        ) : (
          <ol className="log">
            {conversation.hasEarlier ? (
              <li className="log__earlier">
                <button type="button" className="btn btn--plain btn--small" disabled={isLoading} onClick={loadEarlier}>
                  {isLoading ? talk.loadingEarlier : talk.earlier}
                </button>
              </li>
            ) : null}
            {rows.map((row) =>
              row.is === 'entry' ? (
                <EntryRow key={row.entry.id} row={row} person={person} isWanted={row.entry.id === wanted} />
              ) : row.is === 'day' ? (
                <DayLine key={`day ${row.at}`} at={row.at} />
              ) : (
                <li key="new" className="new">
                  {talk.new(row.count)}
                </li>
              ),
            )}
            {isHeld ? <li className="event">{talk.willBeDelivered(person.name)}</li> : null}
          </ol>
        )}
      </div>
      {isAtEnd ? null : (
        <button
          type="button"
          className="btn to-end"
          onClick={toEnd}
          aria-label={below === 0 ? talk.toEnd : talk.newBelow(below)}
        >
          <Symbol name="i-down" />
          {below === 0 ? null : <span className="badge">{below}</span>}
        </button>
      )}
    </div>
  )
}

interface LogProps {
  readonly person: Person
  readonly conversation: Conversation
  /** An entry that is to be looked at. */
  readonly wanted: string | undefined
}
