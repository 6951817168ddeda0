import { type ReactNode, useId, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useSpeech } from '../parts/use-speech.ts'
import { Curves } from './curves.tsx'
import { Legend } from './legend.tsx'
import { PlotTable } from './plot-table.tsx'
import { scaleFor } from './scale.ts'
import { TimeAxis } from './time-axis.tsx'
import { useWidth } from './use-width.ts'
import './plot.css'

/** One line of a plot, or one layer of its bars: a value for each time. */
export interface Series {
  readonly name: string
  readonly values: readonly number[]
}

export interface PlotProps {
  readonly title: string
  readonly shape: 'area' | 'lines' | 'bars'
  /** Milliseconds since 1970, oldest first: when each value was, or where the piece of time begins that it counts. */
  readonly times: readonly number[]
  /** At most three. */
  readonly series: readonly Series[]
  readonly from: number
  readonly to: number
  /** Times further apart than this are not joined; the width of a bar. In milliseconds. */
  readonly step: number
  /** What is round at the left side. */
  readonly unit?: number
  say(value: number): string
}

const height = 132
const margin = { top: 8, right: 8, bottom: 18, left: 44 }
const bottom = height - margin.bottom

/** A plot of something over time: to look at, to read value by value with the pointer or the arrow keys, and as a table. */
export function Plot(props: PlotProps): ReactNode {
  const { title, shape, times, series, from, to, step, unit, say } = props
  const words = useWords('admin').plot
  const speech = useSpeech()
  const id = useId()
  const [measure, width] = useWidth()
  const [isTable, setTable] = useState(false)
  const [cursorAt, setCursorAt] = useState<number>()
  const sums = times.map((_, index) => series.reduce((sum, { values }) => sum + values[index]!, 0))
  const most = shape === 'bars' ? Math.max(0, ...sums) : Math.max(0, ...series.flatMap(({ values }) => values))
  const scale = scaleFor(most, unit)
  const right = Math.max(margin.left + 1, width - margin.right)
  const x = (at: number): number => margin.left + ((at - from) / (to - from)) * (right - margin.left)
  const y = (value: number): number => bottom - (value / scale.top) * (bottom - margin.top)
  const chosen = cursorAt === undefined ? times.length - 1 : nearest(times, cursorAt)
  const at = times[chosen]
  const middle = shape === 'bars' ? step / 2 : 0
  return (
    <section className="plot" aria-labelledby={id}>
      <div className="plot__head">
        <h2 id={id}>{title}</h2>
        <Legend {...{ shape, series, chosen, say }} />
        <button
          type="button"
          className="icon-btn plot__as"
          aria-label={words.asTable(title)}
          title={words.asTable(title)}
          aria-pressed={isTable}
          onClick={() => setTable(!isTable)}
        >
          <Symbol name="i-list" />
        </button>
      </div>
      {isTable ? (
        <PlotTable {...props} />
      ) : (
        <div className="plot__area" ref={measure} onPointerLeave={() => setCursorAt(undefined)}>
          <input
            type="range"
            className="plot__cursor"
            min={0}
            max={Math.max(0, times.length - 1)}
            value={Math.max(0, chosen)}
            aria-label={words.read(title)}
            aria-valuetext={
              at === undefined
                ? words.nothing
                : words.reading(
                    speech.clock(at),
                    series.map(({ name, values }) => `${name} ${say(values[chosen]!)}`),
                  )
            }
            onChange={({ currentTarget }) => setCursorAt(times[Number(currentTarget.value)])}
            onPointerMove={({ nativeEvent }) =>
              setCursorAt(from - middle + ((nativeEvent.offsetX - margin.left) / (right - margin.left)) * (to - from))
            }
            onBlur={() => setCursorAt(undefined)}
          />
          {width > 0 && (
            <svg width={width} height={height} aria-hidden="true">
              {scale.ticks.map((tick) => (
                <g key={tick}>
                  <path className="grid" d={`M${margin.left} ${Math.round(y(tick)) + 0.5}H${right}`} />
                  <text x={margin.left - 6} y={y(tick) + 3.5} textAnchor="end">
                    {tick === 0 ? '0' : say(tick)}
                  </text>
                </g>
              ))}
              <TimeAxis {...{ from, to, x, y: height - 3 }} />
              <Curves {...{ id, shape, times, series, x, y, step }} />
              {cursorAt !== undefined && at !== undefined && (
                <path className="now" d={`M${Math.round(x(at + middle)) + 0.5} ${margin.top}V${bottom}`} />
              )}
            </svg>
          )}
        </div>
      )}
    </section>
  )
}

function nearest(times: readonly number[], at: number): number {
  let best = times.length - 1
  for (const [index, time] of times.entries()) if (Math.abs(time - at) < Math.abs(times[best]! - at)) best = index
  return best
}
