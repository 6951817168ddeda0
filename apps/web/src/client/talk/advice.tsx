import type { Person } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { nameOfCodePage } from '../name-of-code-page.ts'

/** Names the letters that would arrive as question marks. Urgent: it was tried to send them. */
export function Advice({ lacking, person, isUrgent, onRemove, onSend }: AdviceProps) {
  const talk = useWords('talk')
  const letters = lacking.slice(0, 8).join(' ') + (lacking.length > 8 ? ' …' : '')
  return (
    <div className={isUrgent ? 'advice advice--urgent' : 'advice'}>
      <Symbol name="i-warn" />
      <span role={isUrgent ? 'alert' : 'status'}>
        {talk.lacking(letters, nameOfCodePage(person.codePage), person.name)}
      </span>
      <button type="button" className="btn btn--small" onClick={onRemove}>
        {talk.remove}
      </button>
      <button type="button" className="btn btn--plain btn--small" onClick={onSend}>
        {talk.sendAnyway}
      </button>
    </div>
  )
}

interface AdviceProps {
  readonly lacking: readonly string[]
  readonly person: Person
  readonly isUrgent: boolean
  readonly onRemove: () => void
  readonly onSend: () => void
}
