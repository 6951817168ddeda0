import { useEffect, useRef, useState } from 'react'
import { ask } from '../office/ask.ts'
import { type Asked, useAsked } from '../office/use-asked.ts'
import type { Answer } from '../office/ways.ts'
import { useLive } from '../shell/live-status.tsx'
import { joined, type Look, type Sample, sampleBetween } from './samples.ts'

const shortMs = 600_000
const dayMs = 86_400_000
/** The long samples and the events are asked for again so often, in milliseconds. */
const againMs = 15_000

/** The past of the server, which grows each second. */
export interface Chronicle extends Pick<Asked<Answer<'chronicle'>>, 'trouble' | 'answeredAt' | 'answer' | 'again'> {
  readonly seconds: readonly Sample[]
  readonly day: readonly Sample[]
  readonly now: number
}

export function useChronicle(): Chronicle {
  const { status, at, isPaused } = useLive()
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('chronicle', {}), '')
  const [seen, setSeen] = useState<readonly Sample[]>([])
  const before = useRef<Look>(undefined)
  useEffect(() => {
    if (status === undefined || status === before.current?.status) return
    const sample = before.current && sampleBetween(before.current, { status, at })
    before.current = { status, at }
    if (sample) setSeen((samples) => joined(samples, [sample], at - shortMs))
  }, [status, at])
  useEffect(() => {
    if (isPaused) return
    const timer = setInterval(again, againMs)
    return () => clearInterval(timer)
  }, [isPaused, again])
  const now = Math.max(at, answer?.seconds.at(-1)?.at ?? 0) || (answeredAt ?? 0)
  return {
    answer,
    answeredAt,
    trouble,
    again,
    now,
    seconds: joined(answer?.seconds ?? [], seen, now - shortMs),
    day: (answer?.day ?? []).filter((sample) => sample.at >= now - dayMs),
  }
}
