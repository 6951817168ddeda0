import { Dialog } from '../../look/dialog.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'

/** Who sees this user always, or never. */
export function SightDialog({ sight, title, onClose }: SightDialogProps) {
  const words = useWords('settings')
  const language = useLanguage()
  const messenger = useMessenger()
  const people = useWatched(messenger.people)
  const { compare } = new Intl.Collator(language)
  const contacts = [...people.values()]
    .filter((person) => person.isContact || person.sight === sight)
    .sort((one, other) => compare(one.name, other.name))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <button type="button" className="btn btn--go" onClick={onClose}>
          {words.done}
        </button>
      }
    >
      <p className="muted small">{contacts.length === 0 ? words.noContacts : words.sightHint}</p>
      <ul className="sight">
        {contacts.map((person) => (
          <li key={person.uin}>
            <label className="check">
              <input
                type="checkbox"
                checked={person.sight === sight}
                onChange={(event) => messenger.setSight(person.uin, event.currentTarget.checked ? sight : 'asUsual')}
              />
              <span>
                <bdi>{person.name}</bdi>
              </span>
              <UinText uin={person.uin} className="uin muted" />
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

interface SightDialogProps {
  readonly sight: 'always' | 'never'
  readonly title: string
  readonly onClose: () => void
}
