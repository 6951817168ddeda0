import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import { useSpeech } from '../parts/use-speech.ts'
import { useLive } from '../shell/live-status.tsx'
import { sumOf } from './samples.ts'
import type { Chronicle } from './use-chronicle.ts'

const hourMs = 3_600_000

/** The numbers at the top. */
export function Figures({ seconds, day, now }: Pick<Chronicle, 'seconds' | 'day' | 'now'>): ReactNode {
  const words = useWords('admin').overview
  const speech = useSpeech()
  const { status } = useLive()
  const accounts = useAsked(() => ask('findUsers', { count: 1 }), '').answer?.total
  const last = seconds.at(-1)
  // The last minutes are not in the long samples yet.
  const all = [...day, ...seconds.filter(({ at }) => at > (day.at(-1)?.at ?? 0))]
  const lastHour = all.filter(({ at }) => at > now - hourMs)
  return (
    <dl className="figures">
      <Figure name={words.onlineNow} value={speech.number(status?.online ?? last?.online ?? 0)}>
        {accounts !== undefined && words.ofAccounts(accounts)}
      </Figure>
      <Figure name={words.messages24} value={speech.number(sumOf(all, 'messages'))} />
      <Figure name={words.delay} value={status === undefined ? '–' : speech.decimal(status.health.delayMs.p99)}>
        {words.ms}
      </Figure>
      <Figure name={words.memory} value={speech.bytes(status?.health.memory.rss ?? last?.rss ?? 0)} />
      <Figure name={words.errorsHour} value={speech.number(sumOf(lastHour, 'refused', 'faults', 'limitsHit'))}>
        {words.ofThemLimits(sumOf(lastHour, 'limitsHit'))}
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly children?: ReactNode
}

function Figure({ name, value, children }: FigureProps): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} {children && <small>{children}</small>}
      </dd>
    </div>
  )
}
