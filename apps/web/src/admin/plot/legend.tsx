import type { ReactNode } from 'react'
import type { PlotProps } from './plot.tsx'

/** What each line of a plot is, drawn as it is drawn there, with its value at the chosen time. */
export function Legend({
  shape,
  series,
  chosen,
  say,
}: Pick<PlotProps, 'shape' | 'series' | 'say'> & { chosen: number }): ReactNode {
  return (
    <div className="plot__keys">
      {series.map(({ name, values }, index) => (
        <span className="plot__key" key={name}>
          <svg viewBox="0 0 20 10" aria-hidden="true">
            {shape === 'bars' ? (
              <g>
                <rect className={`b-${index + 1}`} width="20" height="10" />
                <path className={`h-${index + 1}`} d={marks[index]!} />
              </g>
            ) : (
              <path className={`s-${index + 1}`} d="M0 5h20" />
            )}
          </svg>
          {name} <b>{values[chosen] === undefined ? '–' : say(values[chosen])}</b>
        </span>
      ))}
    </div>
  )
}

/** What is laid over a bar so that its colour is not needed: nothing, slanted lines, dots. */
const marks = ['', 'M0 8 8 0M6 10 16 0M14 10 20 4', 'M4 5h.1M10 5h.1M16 5h.1']
