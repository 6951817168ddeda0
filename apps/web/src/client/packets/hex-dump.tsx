import type { CodePageName, DissectedRow } from '@seekyou/wire'
import { Fragment } from 'react'
import { useWords } from '../../words/use-words.ts'
import { hexLines, type Piece } from './hex-lines.ts'
import { tintOf } from './tint.ts'

/** The bytes of a packet, each field with the tint that it has in the table. */
export function HexDump({ hex, rows, codePage, lit, onLight }: HexDumpProps) {
  const words = useWords('packets')
  const shown = (piece: Piece, text: string, at: number) => {
    const row = piece.row === undefined ? undefined : rows[piece.row]
    const classes = `tint-${row === undefined ? 'bytes' : tintOf(row)}${lit === piece.row && lit !== undefined ? ' is-lit' : ''}`
    return (
      <span
        key={at}
        className={classes}
        onPointerEnter={() => onLight(piece.row)}
        onPointerLeave={() => onLight(undefined)}
      >
        {text}
      </span>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="hex" tabIndex={0} aria-label={words.hex}>
      <pre>
        {hexLines(hex, rows, codePage).map(({ offset, pieces, lacking }) => (
          <Fragment key={offset}>
            <span className="off">{offset}</span>
            {'  '}
            {pieces.map((piece, at) => (
              <Fragment key={piece.row ?? 'unknown'}>
                {at === 0 ? '' : ' '}
                {shown(piece, piece.hex, at)}
              </Fragment>
            ))}
            {' '.repeat(lacking * 3 + 2)}
            {pieces.map((piece, at) => shown(piece, piece.text, at))}
            {'\n'}
          </Fragment>
        ))}
      </pre>
    </section>
  )
}

interface HexDumpProps {
  readonly hex: string
  readonly rows: readonly DissectedRow[]
  readonly codePage: CodePageName
  /** The place of the row that is pointed at. */
  readonly lit: number | undefined
  readonly onLight: (row: number | undefined) => void
}
