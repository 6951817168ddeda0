import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import type { PlotProps } from './plot.tsx'

/** How many rows are enough. */
const rowsMax = 24

/** The values of a plot as a table, newest first; of many values the mean of each group is shown. */
export function PlotTable({ title, times, series, say }: PlotProps): ReactNode {
  const words = useWords('admin').plot
  const speech = useSpeech()
  const size = Math.max(1, Math.ceil(times.length / rowsMax))
  const ends = Array.from({ length: Math.ceil(times.length / size) }, (_, index) => times.length - index * size)
  return (
    <Scrollable className="plot__table" label={words.tableOf(title)}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            {series.map(({ name }) => (
              <th scope="col" className="num-cell" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ends.map((end) => {
            const begin = Math.max(0, end - size)
            return (
              <tr key={times[begin]}>
                <td className="num">{speech.clock(times[begin]!)}</td>
                {series.map(({ name, values }) => (
                  <td className="num-cell" key={name}>
                    {say(mean(values.slice(begin, end)))}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrollable>
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
