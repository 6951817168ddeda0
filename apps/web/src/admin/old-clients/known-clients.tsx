import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { Table } from '../parts/table.tsx'

/** Clients by their own names, the protocol they speak, and whether they work here. */
const clients = [
  { name: 'ICQ 1.111 beta – 1.113', speaks: 'v2', state: 'should' },
  { name: 'mICQ 0.2.5', speaks: 'v2', state: 'traced' },
  { name: 'Licq (1999-09)', speaks: 'v2', state: 'traced' },
  { name: 'icqlib (kICQ, center)', speaks: 'v2', state: 'traced' },
  { name: 'Groupware, ICQ 98 beta', speaks: 'v3', state: 'no' },
  { name: 'ICQ 98a', speaks: 'v4, v5', state: 'no' },
  { name: 'ICQ 99a, 99b', speaks: 'v5', state: 'no' },
  { name: 'ICQ 2000 →', speaks: 'TCP', state: 'never' },
] as const

/** Which clients can be expected to work. */
export function KnownClients(): ReactNode {
  const words = useWords('admin').oldClients
  return (
    <section className="panel" aria-labelledby="known">
      <h2 id="known">{words.known}</h2>
      <Table
        rows={clients}
        keyOf={({ name }) => name}
        columns={[
          { title: words.client, cellClassName: 'wrap', cell: ({ name }) => name },
          { title: words.speaks, cell: ({ speaks }) => <span className="tag">{speaks}</span> },
          {
            title: words.works,
            cell: ({ state }) => <span className={`tag ${tags[state]}`}>{words.states[state]}</span>,
          },
        ]}
      />
      <p className="small">{words.knownAbout}</p>
    </section>
  )
}

const tags = { should: 'tag--teal', traced: 'tag--ok', no: '', never: 'tag--bad' } as const
