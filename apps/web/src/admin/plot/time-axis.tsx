import type { ReactNode } from 'react'
import { useSpeech } from '../parts/use-speech.ts'

interface TimeAxisProps {
  readonly from: number
  readonly to: number
  readonly y: number
  x(at: number): number
}

const minute = 60_000
const sixHours = 6 * 60 * minute

/** The times under a plot: minutes ago for a short one, the clock for a day. */
export function TimeAxis({ from, to, x, y }: TimeAxisProps): ReactNode {
  const speech = useSpeech()
  const isShort = to - from < sixHours
  const now = to
  const marks = isShort
    ? [from, (from + to) / 2].map((at) => [at, speech.fromNow(at, now)] as const)
    : clockMarks(from, to).map((at) => [at, speech.time(at)] as const)
  return (
    <>
      {marks.map(([at, text]) => (
        <text key={at} x={x(at)} y={y} textAnchor={at === from ? 'start' : 'middle'}>
          {text}
        </text>
      ))}
      <text x={x(to)} y={y} textAnchor="end">
        {speech.fromNow(now, now)}
      </text>
    </>
  )
}

/** Every sixth hour of the local clock that leaves room for `now` at the end and for its own half at the beginning. */
function clockMarks(from: number, to: number): readonly number[] {
  const midnight = new Date(to)
  midnight.setHours(0, 0, 0, 0)
  const room = (to - from) / 18
  return Array.from({ length: 9 }, (_, index) => midnight.getTime() + (index - 4) * sixHours).filter(
    (at) => at > from + room / 2 && at < to - room * 1.6,
  )
}
