import type { Entry } from '@seekyou/messenger'
import type { NamedContact } from '@seekyou/sdk'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { Meta } from './meta.tsx'

/** Contacts that were passed on: who is on the list already, and a button for who is not. */
export function ContactsCard({ entry, contacts, name }: ContactsCardProps) {
  const talk = useWords('talk')
  const count = talk.contactsCount(contacts.length)
  return (
    <div className="card">
      <div className="card__kind">
        <Symbol name="i-card" />
        <span>{entry.author === 'me' ? talk.contactsOfYours(count) : talk.contactsFrom(name, count)}</span>
        <Meta entry={entry} />
      </div>
      {contacts.map((contact) => (
        <ContactLine key={contact.uin} contact={contact} />
      ))}
    </div>
  )
}

function ContactLine({ contact: { uin, nick } }: { readonly contact: NamedContact }) {
  const talk = useWords('talk')
  const common = useWords('common')
  const messenger = useMessenger()
  const known = useWatched(messenger.people).get(uin)
  const name = nick === '' ? String(uin) : nick
  return (
    <div className="card__row">
      <Status of={known?.status} />
      <a className="card__nick" href={hrefOf({ page: 'talk', uin })}>
        <bdi>{name}</bdi>
      </a>
      <UinText uin={uin} className="uin muted" />
      {uin === messenger.uin ? (
        <span className="tag">{talk.thatIsYou}</span>
      ) : known?.isContact === true ? (
        <span className="tag tag--ok">{talk.onYourList}</span>
      ) : (
        <button
          type="button"
          className="btn btn--small"
          aria-label={talk.addName(name)}
          onClick={() => messenger.addContact(uin, { name: nick })}
        >
          {common.add}
        </button>
      )}
    </div>
  )
}

interface ContactsCardProps {
  readonly entry: Entry
  readonly contacts: readonly NamedContact[]
  readonly name: string
}
