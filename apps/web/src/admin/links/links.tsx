import { type ReactNode, useDeferredValue, useEffect, useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import { Nothing } from '../parts/nothing.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Wait } from '../parts/wait.tsx'
import { Page } from '../shell/page.tsx'
import { useRoute } from '../shell/routes.ts'
import { type Link, LinksTable } from './links-table.tsx'
import { PacketPane } from './packet-pane.tsx'
import './links.css'

const againMs = 3_000

/** Who is signed on, and the packets of one of them. */
export function Links(): ReactNode {
  const words = useWords('admin').links
  const { about } = useRoute()
  const watched = /^\d{1,10}$/.test(about) ? Number(about) : undefined
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('listLinks', {}), '')
  useEffect(() => {
    const timer = setInterval(again, againMs)
    return () => clearInterval(timer)
  }, [again])
  const rows = answer?.rows.filter((link) => matches(link, wanted)) ?? []
  return (
    <Page title={words.title} {...(answer && { about: words.about(answer.total) })} isWhole>
      <div className={watched === undefined ? 'live' : 'live live--open'}>
        <div className="live__left">
          <div className="tools">
            <SearchField label={words.search} value={text} onChange={setText} />
            <span className="small">{words.advice}</span>
          </div>
          <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={again} />
          {answer === undefined ? (
            trouble === undefined && <Wait />
          ) : rows.length === 0 ? (
            <div className="panel">
              <Nothing title={wanted === '' ? words.nobody : words.noMatch(text)} />
            </div>
          ) : (
            <LinksTable rows={rows} watched={watched} refresh={again} />
          )}
          {answer?.next !== undefined && <p className="small">{words.onlyFirst(answer.rows.length)}</p>}
        </div>
        {watched !== undefined && (
          <PacketPane key={watched} uin={watched} link={answer?.rows.find(({ uin }) => uin === watched)} />
        )}
      </div>
    </Page>
  )
}

const matches = ({ uin, nick, address }: Link, wanted: string): boolean =>
  String(uin).startsWith(wanted.replaceAll(' ', '')) ||
  nick.toLowerCase().includes(wanted) ||
  address.startsWith(wanted)
