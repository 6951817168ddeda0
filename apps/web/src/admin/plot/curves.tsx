import type { ReactNode } from 'react'
import { areaUnder, lineThrough, type Point } from './path.ts'
import type { PlotProps } from './plot.tsx'

interface CurvesProps extends Pick<PlotProps, 'shape' | 'times' | 'series' | 'step'> {
  readonly id: string
  x(at: number): number
  y(value: number): number
}

/** The lines of a plot, or its bars on top of each other. */
export function Curves(props: CurvesProps): ReactNode {
  return props.shape === 'bars' ? <Bars {...props} /> : <Lines {...props} />
}

function Lines({ shape, times, series, step, x, y }: CurvesProps): ReactNode {
  const gap = x(step * 3) - x(0)
  return series.map(({ name, values }, index) => {
    const points = times.map((at, place): Point => [x(at), y(values[place]!)])
    return (
      <g key={name}>
        {shape === 'area' && <path className="a-1" d={areaUnder(points, gap, y(0))} />}
        <path className={`s-${index + 1}`} d={lineThrough(points, gap)} />
      </g>
    )
  })
}

function Bars({ id, times, series, step, x, y }: CurvesProps): ReactNode {
  const width = Math.max(1, (x(step) - x(0)) * 0.76)
  const inset = (x(step) - x(0) - width) / 2
  return (
    <g>
      <defs>
        <pattern id={`${id}2`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="h-2" d="M-1 1 1-1M0 6 6 0M5 7 7 5" />
        </pattern>
        <pattern id={`${id}3`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="h-3" d="M3 3h.1" />
        </pattern>
      </defs>
      {times.map((at, place) => {
        let below = 0
        return series.map(({ name, values }, index) => {
          const from = below
          below += values[place]!
          if (below === from) return null
          const box = { x: x(at) + inset, y: y(below), width, height: Math.max(1, y(from) - y(below) - 1) }
          return (
            <g key={`${at} ${name}`}>
              <rect className={`b-${index + 1}`} {...box} />
              {index > 0 && <rect fill={`url(#${id}${index + 1})`} {...box} />}
            </g>
          )
        })
      })}
    </g>
  )
}
