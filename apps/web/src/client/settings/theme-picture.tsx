import type { Settings } from '@seekyou/messenger'
import { useId } from 'react'

/** A theme, small. */
export function ThemePicture({ theme }: { readonly theme: Settings['theme'] }) {
  const id = useId()
  return (
    <svg viewBox="0 0 132 84" aria-hidden="true">
      {theme === '1998' ? (
        <Desktop />
      ) : (
        <>
          <Panes colours={theme === 'dark' ? dark : light} />
          {theme === 'system' ? (
            <>
              <clipPath id={id}>
                <path d="M132 0v84H44L88 0z" />
              </clipPath>
              <g clipPath={`url(#${id})`}>
                <Panes colours={dark} />
              </g>
            </>
          ) : null}
        </>
      )}
    </svg>
  )
}

interface Colours {
  readonly paper: string
  readonly band: string
  readonly list: string
  readonly name: string
  readonly said: string
  readonly own: string
  readonly dots: readonly string[]
}

function Panes({ colours: { paper, band, list, name, said, own, dots } }: { readonly colours: Colours }) {
  return (
    <>
      <rect width="132" height="84" fill={paper} />
      <rect width="132" height="11" fill={band} />
      <rect y="11" width="40" height="73" fill={list} />
      {dots.map((colour, row) => (
        <g key={colour}>
          <circle cx="8" cy={22 + row * 12} r="2.4" fill={colour} />
          <rect x="14" y={20 + row * 12} width={18 - (row % 3) * 3} height="4" rx="2" fill={name} />
        </g>
      ))}
      <rect x="48" y="20" width="46" height="12" rx="4" fill={said} />
      <rect x="76" y="37" width="48" height="12" rx="4" fill={own} />
      <rect x="48" y="54" width="34" height="12" rx="4" fill={said} />
      <rect x="46" y="72" width="80" height="7" rx="2" fill={said} />
    </>
  )
}

function Desktop() {
  return (
    <>
      <rect width="132" height="84" fill="#008080" />
      {[
        { x: 6, y: 6, width: 42, height: 70 },
        { x: 60, y: 24, width: 64, height: 44 },
      ].map(({ x, y, width, height }) => (
        <g key={x}>
          <rect x={x} y={y} width={width} height={height} fill="#c0c0c0" />
          <path d={`M${x} ${y + height}V${y}h${width}`} fill="none" stroke="#fff" />
          <path d={`M${x + width} ${y}v${height}H${x}`} fill="none" stroke="#404040" />
          <rect x={x + 2} y={y + 2} width={width - 4} height="8" fill="#000080" />
        </g>
      ))}
      <rect x="9" y="19" width="36" height="54" fill="#fff" />
      {['#00a000', '#00a001', '#ffcc00', '#d00000', '#808080'].map((colour, row) => (
        <g key={colour}>
          <rect x="12" y={23 + row * 9} width="4" height="4" fill={colour} />
          <rect x="19" y={24 + row * 9} width={20 - (row % 3) * 4} height="2" fill="#000" />
        </g>
      ))}
      <rect x="63" y="37" width="58" height="16" fill="#fff" />
      <rect x="98" y="57" width="22" height="8" fill="#dfdfdf" stroke="#404040" />
    </>
  )
}

const light: Colours = {
  paper: '#f5f2eb',
  band: '#00605d',
  list: '#ebe6db',
  name: '#a9a496',
  said: '#fff',
  own: '#bfdcd6',
  dots: ['#17823f', '#ad3483', '#a55f00', '#b8232a', '#7b7668'],
}
const dark: Colours = {
  paper: '#111817',
  band: '#154a47',
  list: '#18211f',
  name: '#4d5b58',
  said: '#2a3635',
  own: '#205350',
  dots: ['#5ed08b', '#f08ccb', '#ffb54a', '#ff8079', '#84938f'],
}
