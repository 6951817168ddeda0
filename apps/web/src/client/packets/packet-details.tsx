import type { Uin } from '@seekyou/language'
import type { DissectedRow } from '@seekyou/wire'
import { useState } from 'react'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import type { Captured } from './capture.ts'
import { codeText } from './filter.ts'
import { HexDump } from './hex-dump.tsx'
import { tintOf } from './tint.ts'

/** One packet taken apart: a row for each field, and the bytes, tied by tint and underline. */
export function PacketDetails({ packet }: { readonly packet: Captured }) {
  const words = useWords('packets')
  const [lit, setLit] = useState<number | undefined>()
  const { name, code, summary, rows, hex, codePage, fault } = packet
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="packet" tabIndex={0} aria-label={name}>
      <h3>
        {name} <span className="mono">{codeText(code).toUpperCase()}</span>
      </h3>
      <p lang="en">{summary}</p>
      <div className="fields">
        <table>
          <tbody>
            {rows.map((row, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
                key={index}
                className={lit === index ? 'is-lit' : undefined}
                onPointerEnter={() => setLit(index)}
                onPointerLeave={() => setLit(undefined)}
              >
                <td>{row.offset}</td>
                <th scope="row">
                  <span className={`swatch tint-${tintOf(row)}`} />
                  {row.field}
                </th>
                <td>
                  <FieldValue row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fault === undefined ? null : <p className="packet__fault">{words.broken(fault.field, fault.offset)}</p>}
      <HexDump hex={hex} rows={rows} codePage={codePage} lit={lit} onLight={setLit} />
    </section>
  )
}

function FieldValue({ row: { type, value, secret, note } }: { readonly row: DissectedRow }) {
  const words = useWords('packets')
  const people = useWatched(useMessenger().people)
  const self = useWatched(useMessenger().self)
  if (secret === true) return <span className="muted">{words.masked}</span>
  if (type === 'uin') {
    const uin = Number(value) as Uin
    const name = uin === self.uin ? self.nick : people.get(uin)?.name
    return (
      <>
        <UinText uin={uin} /> {name === undefined || name === value ? null : <span className="muted">{name}</span>}
      </>
    )
  }
  return (
    <>
      {value}
      {note === undefined ? null : (
        <span className="muted" lang="en">
          {' '}
          {note}
        </span>
      )}
    </>
  )
}
