import type { Entry } from '@seekyou/messenger'
import { useEffect, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { Marked } from '../talk/marked.tsx'
import { useTextOf } from '../talk/use-text-of.ts'
import { ContactRow } from './contact-row.tsx'
import { findPeople, typedUin } from './find-people.ts'
import { moveFocus } from './move-focus.ts'

/** What was found for what is typed: people, a number that can be opened, and what was said. */
export function Found({ typed, onChosen }: { readonly typed: string; readonly onChosen: () => void }) {
  const list = useWords('list')
  const people = useWatched(useMessenger().people)
  const entries = useHistorySearch(typed)
  const found = findPeople(people.values(), typed)
  const uin = typedUin(typed)
  const isNew = uin !== undefined && !people.has(uin)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are links, which keys press, too
    <div
      onKeyDown={moveFocus}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) onChosen()
      }}
    >
      <ul className="contacts contacts--found">
        {found.map((person) => (
          <li key={person.uin}>
            <ContactRow person={person} />
          </li>
        ))}
        {isNew ? (
          <li>
            <a className="contact" href={hrefOf({ page: 'talk', uin })}>
              <Symbol name="i-plus" />
              <span className="contact__text">
                <span className="contact__nick">{list.openNumber}</span>
                <UinText uin={uin} className="uin muted" />
              </span>
            </a>
          </li>
        ) : null}
      </ul>
      {entries === undefined ? <p className="list__note">{list.searching}</p> : null}
      {entries === undefined || entries.length === 0 ? null : (
        <>
          <h2 className="list__heading">{list.inHistory}</h2>
          <ul className="contacts">
            {entries.map((entry) => (
              <li key={entry.id}>
                <Hit entry={entry} typed={typed} />
              </li>
            ))}
          </ul>
        </>
      )}
      {entries?.length === 0 && found.length === 0 && !isNew ? (
        <p className="list__note">{list.nothingFound(typed.trim())}</p>
      ) : null}
    </div>
  )
}

function Hit({ entry, typed }: { readonly entry: Entry; readonly typed: string }) {
  const list = useWords('list')
  const dates = useDates()
  const textOf = useTextOf()
  const person = useWatched(useMessenger().people).get(entry.with)
  const text = textOf(entry.content)
  return (
    <a className="contact contact--hit" href={hrefOf({ page: 'talk', uin: entry.with, entry: entry.id })}>
      <span className="hit__who">
        <bdi>{person?.name ?? String(entry.with)}</bdi>
        <time>{dates.brief(entry.at, Date.now())}</time>
      </span>
      <span className="hit__text">
        <Marked text={entry.author === 'me' ? list.you(text) : text} words={typed} />
      </span>
    </a>
  )
}

/** The entries that have these words; undefined while they are looked for. */
function useHistorySearch(typed: string): readonly Entry[] | undefined {
  const messenger = useMessenger()
  const [entries, setEntries] = useState<readonly Entry[] | undefined>()
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const found = await messenger.searchHistory(typed, { count: 30 }).catch(() => [])
      if (isWanted) setEntries(found)
    }, pause)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [messenger, typed])
  return entries
}

/** After the last key, in milliseconds. */
const pause = 150
