import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { useSpeech } from '../parts/use-speech.ts'
import { bucketsOf } from '../plot/buckets.ts'
import { Plot } from '../plot/plot.tsx'
import { perSecond, type Sample, sumOf } from './samples.ts'

interface PlotsProps {
  readonly samples: readonly Sample[]
  /** The last ten minutes, second by second; else the last 24 hours in pieces of five minutes. */
  readonly isShort: boolean
  readonly now: number
}

const short = { span: 600_000, step: 1_000, bars: { width: 30_000, count: 20 } }
const long = { span: 86_400_000, step: 300_000, bars: { width: 3_600_000, count: 24 } }

/** Who is here, what comes and goes, how much memory it takes, and what went wrong. */
export function Plots({ samples, isShort, now }: PlotsProps): ReactNode {
  const words = useWords('admin').overview
  const speech = useSpeech()
  const { span, step, bars } = isShort ? short : long
  const over = { times: samples.map(({ at }) => at), from: now - span, to: now, step }
  const buckets = bucketsOf(samples, { now, ...bars })
  const each = (name: keyof Sample): readonly number[] => samples.map((sample) => sample[name])
  const counted = (name: keyof Sample): readonly number[] => buckets.map(({ rows }) => sumOf(rows, name))
  return (
    <div className="plots">
      <Plot
        title={words.online}
        shape="area"
        {...over}
        series={[{ name: words.people, values: each('online') }]}
        say={speech.number}
      />
      <Plot
        title={words.perSecond}
        shape="lines"
        {...over}
        series={[
          { name: words.packetsIn, values: perSecond(samples, 'datagramsIn', step) },
          { name: words.packetsOut, values: perSecond(samples, 'datagramsOut', step) },
          { name: words.messages, values: perSecond(samples, 'messages', step) },
        ]}
        say={speech.decimal}
      />
      <Plot
        title={words.memory}
        shape="area"
        {...over}
        unit={1_000_000}
        series={[{ name: words.process, values: each('rss') }]}
        say={speech.bytes}
      />
      <Plot
        title={words.errors}
        shape="bars"
        times={buckets.map(({ at }) => at)}
        from={buckets[0]!.at}
        to={buckets.at(-1)!.at + bars.width}
        step={bars.width}
        series={[
          { name: words.refused, values: counted('refused') },
          { name: words.damaged, values: counted('faults') },
          { name: words.limits, values: counted('limitsHit') },
        ]}
        say={speech.number}
      />
    </div>
  )
}
