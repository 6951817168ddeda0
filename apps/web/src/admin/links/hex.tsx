import type { PacketView } from '@seekyou/wire'
import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { kindOf } from './kind-of.ts'

const bytesInLine = 12

/** The bytes of a packet, twelve in a line; each is underlined as its field is in the table. */
export function Hex({ packet }: { readonly packet: PacketView }): ReactNode {
  const words = useWords('admin').links
  const bytes = packet.hex === '' ? [] : packet.hex.split(' ')
  const lines = Array.from({ length: Math.ceil(bytes.length / bytesInLine) }, (_, line) => line * bytesInLine)
  return (
    <Scrollable className="hex" label={words.hex}>
      <pre>
        {lines.map((start) => (
          <span key={start}>
            <span className="off">{start.toString(16).padStart(4, '0')}</span>
            {'  '}
            {runsIn(packet, start, Math.min(start + bytesInLine, bytes.length)).map(({ from, to, kind }) => (
              <span key={from}>
                <span className={kind === undefined ? undefined : `f-${kind}`}>
                  {bytes.slice(from, to).join(' ')}
                </span>{' '}
              </span>
            ))}
            {'\n'}
          </span>
        ))}
      </pre>
    </Scrollable>
  )
}

interface Run {
  readonly from: number
  readonly to: number
  readonly kind: string | undefined
}

/** The pieces of a line that belong to one field each. */
function runsIn({ rows }: PacketView, from: number, to: number): readonly Run[] {
  const runs: Run[] = []
  for (let at = from; at < to; ) {
    const row = rows.find(({ offset, bytes }) => offset <= at && at < offset + bytes)
    const next = row ? row.offset + row.bytes : (rows.find(({ offset }) => offset > at)?.offset ?? to)
    const end = Math.min(to, next)
    runs.push({ from: at, to: end, kind: row && kindOf(row) })
    at = end
  }
  return runs
}
