import type { PacketView } from '@seekyou/wire'
import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { Hex } from './hex.tsx'
import { kindOf } from './kind-of.ts'

/** One packet: what it is, its fields, and its bytes with the fields underlined. */
export function PacketDetail({ packet }: { readonly packet: PacketView }): ReactNode {
  const words = useWords('admin').links
  return (
    <Scrollable className="packet" label={packet.name}>
      <h3>
        {packet.name} <span className="mono">{packet.code?.toString(16).padStart(4, '0').toUpperCase()}</span>
      </h3>
      <p lang="en">{packet.summary}</p>
      {packet.fault && <p className="error">{words.fault(packet.fault.field, packet.fault.offset)}</p>}
      <div className="fields">
        <table>
          <thead className="vh">
            <tr>
              <th scope="col">{words.offset}</th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.value}</th>
            </tr>
          </thead>
          <tbody>
            {packet.rows.map((row) => (
              <tr key={`${row.offset} ${row.field}`}>
                <td>{row.offset}</td>
                <th scope="row">
                  <span className={`swatch f-${kindOf(row)}`} />
                  {row.field}
                </th>
                <td>
                  {row.value} {row.note !== undefined && <span className="muted">{row.note}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Hex packet={packet} />
      <p>{words.masked}</p>
    </Scrollable>
  )
}
