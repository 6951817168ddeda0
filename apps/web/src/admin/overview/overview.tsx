import { type ReactNode, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { Choice } from '../parts/choice.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Wait } from '../parts/wait.tsx'
import { useLive } from '../shell/live-status.tsx'
import { Page } from '../shell/page.tsx'
import { Figures } from './figures.tsx'
import { Latest } from './latest.tsx'
import { Plots } from './plots.tsx'
import { withLatest } from './samples.ts'
import { useChronicle } from './use-chronicle.ts'
import './overview.css'

/** How the server is and was. */
export function Overview(): ReactNode {
  const words = useWords('admin').overview
  const { isPaused, pause, isUp } = useLive()
  const chronicle = useChronicle()
  const [span, setSpan] = useState<'short' | 'day'>('short')
  const { answer, answeredAt, trouble, again } = chronicle
  const pauseLabel = isPaused ? words.resume : words.pause
  return (
    <Page
      title={words.title}
      about={isPaused ? words.paused : isUp ? words.live : words.lost}
      buttons={
        <button
          type="button"
          className="icon-btn"
          aria-label={pauseLabel}
          title={pauseLabel}
          aria-pressed={isPaused}
          onClick={() => pause(!isPaused)}
        >
          <Symbol name={isPaused ? 'i-play' : 'i-pause'} />
        </button>
      }
    >
      <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={again} />
      {answer === undefined ? (
        trouble === undefined && <Wait />
      ) : (
        <>
          <Figures {...chronicle} />
          <Choice<'short' | 'day'>
            legend={words.span}
            value={span}
            options={[
              { value: 'short', label: words.short },
              { value: 'day', label: words.day },
            ]}
            onChange={setSpan}
          />
          <Plots
            samples={span === 'short' ? chronicle.seconds : withLatest(chronicle.day, chronicle.seconds)}
            isShort={span === 'short'}
            now={chronicle.now}
          />
          <Latest events={answer.latest} />
        </>
      )}
    </Page>
  )
}
