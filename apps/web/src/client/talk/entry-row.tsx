import type { Person } from '@seekyou/messenger'
import { memo } from 'react'
import { useFrame } from '../frame.ts'
import { AfterEntry } from './after-entry.tsx'
import { EntryBody } from './entry-body.tsx'
import { EventRow } from './event-row.tsx'
import { isSaid, type TalkRow } from './rows.ts'

/** One line of a conversation: something said, or something that happened. */
export const EntryRow = memo(({ row, person, isWanted }: EntryRowProps) => {
  const { entry } = row
  const frame = useFrame()
  if (!isSaid(entry)) return <EventRow entry={entry} person={person} isWanted={isWanted} />
  const classes = [
    'msg',
    entry.author === 'me' ? 'msg--out' : '',
    row.isFirst ? 'msg--first' : '',
    row.isLast ? 'msg--last' : '',
    entry.author === 'me' && entry.state !== undefined ? `msg--${entry.state}` : '',
    isWanted ? 'msg--wanted' : '',
  ]
  return (
    <li className={classes.filter(Boolean).join(' ')} data-entry={entry.id}>
      {frame === undefined ? null : <frame.Author entry={entry} person={person} />}
      <EntryBody entry={entry} person={person} />
      {entry.author === 'me' ? <AfterEntry entry={entry} /> : null}
    </li>
  )
})
EntryRow.displayName = 'EntryRow'

export interface EntryRowProps {
  readonly row: Extract<TalkRow, { is: 'entry' }>
  readonly person: Person
  readonly isWanted: boolean
}
