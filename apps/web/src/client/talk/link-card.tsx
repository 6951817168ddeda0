import { type Entry, hrefOf } from '@seekyou/messenger'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { Meta } from './meta.tsx'

/** A URL message. Only web addresses can be pressed; nothing is fetched from them before. */
export function LinkCard({ entry, url, description, name }: LinkCardProps) {
  const talk = useWords('talk')
  const href = hrefOf(url.trim())
  const words = description.trim()
  return (
    <div className="card">
      <div className="card__kind">
        <Symbol name="i-link" />
        <span>{entry.author === 'me' ? talk.linkOfYours : talk.linkFrom(name)}</span>
        <Meta entry={entry} />
      </div>
      {href === undefined ? (
        <div className="card__body" title={talk.unsafeLink}>
          {words === '' ? null : <strong dir="auto">{words}</strong>}
          <span className="card__plain">{url}</span>
        </div>
      ) : (
        <a className="card__body" href={href} target="_blank" rel="noopener noreferrer">
          {words === '' ? null : <strong dir="auto">{words}</strong>}
          <span className="card__url" dir="ltr">
            {href}
          </span>
        </a>
      )}
    </div>
  )
}

interface LinkCardProps {
  readonly entry: Entry
  readonly url: string
  readonly description: string
  readonly name: string
}
