import type { Person } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { ContactQuestion } from '../list/contact-dialog.tsx'

/** What stands between this user and somebody: not on the list, or not asked, or not allowed. */
export function PersonNote({ person, onAsk }: PersonNoteProps) {
  const talk = useWords('talk')
  const list = useWords('list')
  const messenger = useMessenger()
  const { authorization, name } = person
  if (!person.isContact) {
    return (
      <p className="strip">
        <Symbol name="i-person" />
        <span>{talk.strangerNote(name)}</span>
        <button type="button" className="btn btn--small" onClick={() => messenger.addContact(person.uin)}>
          {list.add}
        </button>
      </p>
    )
  }
  if (authorization === 'free' || authorization === 'granted') return null
  const sentence = { needed: talk.pendingNote, asked: talk.askedNote, refused: talk.refusedNote }[authorization]
  return (
    <p className="strip">
      <Symbol name="i-key" />
      <span>{sentence(name)}</span>
      {authorization === 'asked' ? null : (
        <button type="button" className="btn btn--small" onClick={() => onAsk('authorization')}>
          {talk.askNow}
        </button>
      )}
    </p>
  )
}

interface PersonNoteProps {
  readonly person: Person
  readonly onAsk: (question: ContactQuestion) => void
}
