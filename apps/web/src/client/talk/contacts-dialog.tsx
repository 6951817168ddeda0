import type { Uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'
import { useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { DialogButtons } from '../../look/dialog-buttons.tsx'
import { Status } from '../../look/status.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { findPeople } from '../list/find-people.ts'

/** Passes on people of the own list. */
export function ContactsDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const talk = useWords('talk')
  const language = useLanguage()
  const messenger = useMessenger()
  const people = useWatched(messenger.people)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<readonly Uin[]>([])
  const others = [...people.values()]
    .filter((other) => other.isContact && other.uin !== person.uin)
    .sort((a, b) => a.name.localeCompare(b.name, language))
  const shown = typed.trim() === '' ? others : findPeople(others, typed)
  const send = (): void => {
    messenger.sendContacts(person.uin, chosen)
    onClose()
  }
  return (
    <Dialog
      title={talk.contactsTitle(person.name)}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogButtons
          yes={chosen.length === 0 ? talk.sendContacts : talk.contactsSend(chosen.length)}
          isDisabled={chosen.length === 0}
          onNo={onClose}
        />
      }
    >
      {others.length === 0 ? (
        <p>{talk.contactsNone}</p>
      ) : (
        <>
          <input
            className="input"
            type="search"
            placeholder={talk.contactsFilter}
            aria-label={talk.contactsFilter}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ul className="chooser">
            {shown.map((other) => (
              <li key={other.uin}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(other.uin)}
                    onChange={(event) =>
                      setChosen(
                        event.currentTarget.checked
                          ? [...chosen, other.uin]
                          : chosen.filter((uin) => uin !== other.uin),
                      )
                    }
                  />
                  <Status of={other.status} />
                  <bdi>{other.name}</bdi>
                  <UinText uin={other.uin} className="uin muted" />
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
