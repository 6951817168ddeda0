import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import type { Answer } from '../office/ways.ts'
import { Nothing } from '../parts/nothing.tsx'
import { Scrollable } from '../parts/scrollable.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { Table } from '../parts/table.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { Wait } from '../parts/wait.tsx'
import { Page } from '../shell/page.tsx'

type Row = Answer<'listAudit'>['rows'][number]

/** So many are asked for at a time. */
const slice = 100

/** Who has changed what. */
export function Audit(): ReactNode {
  const words = useWords('admin').audit
  const speech = useSpeech()
  const [text, setText] = useState('')
  const [older, setOlder] = useState<readonly Row[]>([])
  const [before, setBefore] = useState<number>()
  const newest = useAsked(() => ask('listAudit', { count: slice }), '')
  const next = useAsked(async () => {
    if (before === undefined) return { rows: [] }
    const found = await ask('listAudit', { before, count: slice })
    setOlder((rows) => [...rows, ...found.rows])
    return found
  }, String(before))
  const rows = [...(newest.answer?.rows ?? []), ...older]
  const lastSlice = before === undefined ? newest.answer?.rows : next.answer?.rows
  const sentences = words.requests as Readonly<Record<string, string>>
  const said = ({ what }: Row): string => sentences[what] ?? what
  const wanted = text.trim().toLowerCase()
  const found = rows.filter((row) =>
    [row.by, row.what, said(row), row.whom ?? '', row.detail ?? ''].some((part) => part.toLowerCase().includes(wanted)),
  )
  return (
    <Page title={words.title} about={words.about}>
      <div className="tools">
        <SearchField label={words.search} value={text} onChange={setText} />
        <span className="small" role="status">
          {wanted !== '' && words.found(found.length, rows.length)}
        </span>
      </div>
      <TroubleNote
        trouble={newest.trouble ?? next.trouble}
        knownAt={newest.answer && newest.answeredAt}
        again={newest.trouble ? newest.again : next.again}
      />
      {newest.answer === undefined ? (
        newest.trouble === undefined && <Wait />
      ) : found.length === 0 ? (
        <div className="panel">
          <Nothing title={wanted === '' ? words.none : words.noMatch(text)} />
        </div>
      ) : (
        <Scrollable className="table-wrap" label={words.title}>
          <Table
            rows={found}
            keyOf={({ id }) => id}
            columns={[
              {
                title: words.at,
                cellClassName: 'num muted',
                cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{speech.dateTime(at)}</time>,
              },
              { title: words.by, cell: ({ by }) => <span className="tag">{by}</span> },
              { title: words.what, cell: (row) => <span title={row.what}>{said(row)}</span> },
              { title: words.whom, cellClassName: 'mono', cell: ({ whom }) => whom ?? '' },
              {
                title: words.detail,
                className: 'hide-phone',
                cellClassName: 'wrap muted',
                cell: ({ detail }) => detail ?? '',
              },
            ]}
          />
        </Scrollable>
      )}
      {lastSlice?.length === slice && (
        <div className="row">
          <button
            type="button"
            className="btn"
            disabled={next.isAsking && before !== undefined}
            onClick={() => setBefore(rows.at(-1)?.id)}
          >
            {words.older}
          </button>
        </div>
      )}
    </Page>
  )
}
