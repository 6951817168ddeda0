import type { ReactNode, SubmitEvent } from 'react'
import { drawingOf } from '../../look/symbol.tsx'
import { Wordmark } from '../../look/wordmark.tsx'
import { useWords } from '../../words/use-words.ts'
import { LanguageButtons } from './language-buttons.tsx'
import './wizard.css'

/** A dialogue with a tall picture: a form, its buttons in `foot`, and a line below it. */
export function WizardFrame({ server, foot, below, onSubmit, children }: WizardFrameProps) {
  const words = useWords('wizard')
  return (
    <main className="stage">
      <div>
        <form
          className="wizard"
          noValidate
          onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          <div className="wizard__art">
            <Waves />
            <Wordmark />
            <p>
              <strong>{server ?? location.hostname}</strong>
              <br />
              {words.tagline}
            </p>
          </div>
          <div className="wizard__main">
            <div className="wizard__body">{children}</div>
            <div className="wizard__foot">{foot}</div>
          </div>
        </form>
        <div className="below">
          {below === undefined ? null : <p>{below}</p>}
          <LanguageButtons />
        </div>
      </div>
    </main>
  )
}

interface WizardFrameProps {
  /** What the server calls itself; undefined: not known yet. */
  readonly server: string | undefined
  readonly foot: ReactNode
  readonly below?: ReactNode
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The call, going out. */
function Waves() {
  return (
    <svg className="waves" viewBox="0 0 290 500" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        {rings.map(({ radius, opacity, width }) => (
          <circle
            key={radius}
            cx="210"
            cy="330"
            r={radius}
            strokeOpacity={opacity}
            strokeWidth={width}
            strokeDasharray={callAround(radius, width)}
          />
        ))}
      </g>
      <use href={drawingOf('mark')} x="160" y="280" width="104" height="104" />
    </svg>
  )
}

const rings = [
  { radius: 88, opacity: 0.34, width: 4 },
  { radius: 132, opacity: 0.26, width: 4 },
  { radius: 176, opacity: 0.19, width: 4.5 },
  { radius: 226, opacity: 0.14, width: 5 },
  { radius: 284, opacity: 0.1, width: 5.5 },
  { radius: 352, opacity: 0.07, width: 6 },
]

/** CQ in Morse as dashes and gaps, so that it comes out even around a circle. */
function callAround(radius: number, width: number): string {
  const times = Math.max(1, Math.round(radius / 30))
  const unit = (2 * Math.PI * radius) / (times * callUnits)
  // Round ends make a mark longer, and the gap after it shorter, by the width of the line.
  return call.map((units, i) => Math.max(0.1, units * unit + (i % 2 === 0 ? -width : width)).toFixed(1)).join(' ')
}

/** Marks and gaps in turn: −·−· −−·−, in units of a dot. */
const call = [3, 2, 1, 2, 3, 2, 1, 4, 3, 2, 3, 2, 1, 2, 3, 4]
const callUnits = call.reduce((sum, units) => sum + units, 0)
