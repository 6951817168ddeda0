import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { Scrollable } from '../parts/scrollable.tsx'
import { Table } from '../parts/table.tsx'
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
  const beginOf = (end: number): number => Math.max(0, end - size)
  return (
    <Scrollable className="plot__table" label={words.tableOf(title)}>
      <Table
        rows={ends}
        keyOf={(end) => end}
        columns={[
          { title: words.time, cellClassName: 'num', cell: (end) => speech.clock(times[beginOf(end)]!) },
          ...series.map(({ name, values }) => ({
            title: name,
            className: 'num-cell',
            cell: (end: number) => say(mean(values.slice(beginOf(end), end))),
          })),
        ]}
      />
    </Scrollable>
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
