import type { Entry, Person } from '@seekyou/messenger'
import { useWords } from '../../words/use-words.ts'
import { ContactsCard } from './contacts-card.tsx'
import { LinkCard } from './link-card.tsx'
import { Meta } from './meta.tsx'
import { Said } from './said.tsx'
import { TextCard } from './text-card.tsx'

/** What somebody says, by its kind: a bubble, or a card. */
export function EntryBody({ entry, person }: { readonly entry: Entry; readonly person: Person }) {
  const talk = useWords('talk')
  const { content } = entry
  switch (content.type) {
    case 'message':
      return (
        <div className="bubble" dir="auto">
          <Said text={content.text} />
          <Meta entry={entry} />
        </div>
      )
    case 'url':
      return <LinkCard entry={entry} url={content.url} description={content.description} name={person.name} />
    case 'contacts':
      return <ContactsCard entry={entry} contacts={content.contacts} name={person.name} />
    case 'broadcast':
      return <TextCard entry={entry} symbol="i-megaphone" title={talk.broadcast} text={content.text} />
    case 'pager':
    case 'email': {
      const title = content.type === 'pager' ? talk.pager(content.name) : talk.email(content.name)
      const text = [content.subject, content.text, content.email].filter(Boolean).join('\n')
      return <TextCard entry={entry} symbol="i-mail" title={title} text={text} />
    }
    default:
      return (
        <div className="bubble muted">
          {talk.other}
          <Meta entry={entry} />
        </div>
      )
  }
}
