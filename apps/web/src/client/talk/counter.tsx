import type { Measure } from '@seekyou/messenger'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** How many bytes a text takes of those that fit, and in how many messages it would go. */
export function Counter({ measure: { bytes, room, messages } }: { readonly measure: Measure }) {
  const talk = useWords('talk')
  const dates = useDates()
  return (
    <span className={messages > 1 ? 'counter counter--more' : 'counter'}>
      <meter min={0} max={room} high={messages > 1 ? 1 : room} optimum={0} value={bytes} aria-label={talk.bytes} />
      <span>
        {talk.counter(dates.number(bytes), dates.number(room))}
        {messages > 1 ? ` · ${talk.messages(messages)}` : null}
      </span>
    </span>
  )
}
