import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import { useAsked } from '../office/use-asked.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSay } from '../shell/said.tsx'

const modes = [
  { value: 'closed', symbol: 'i-lock' },
  { value: 'lan', symbol: 'i-server' },
  { value: 'invite', symbol: 'i-ticket' },
  { value: 'open', symbol: 'i-globe' },
] as const

type Mode = (typeof modes)[number]['value']

/** The four answers to who may register, each with what it means. One is taken only when it is saved: the arrow keys pass others on their way. */
export function Modes(): ReactNode {
  const words = useWords('admin').registration
  const { save } = useWords('admin').parts
  const say = useSay()
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('registration', {}), '')
  const action = useAction()
  const [chosen, setChosen] = useState<Mode>()
  const mode = chosen ?? answer?.mode
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (mode === undefined) return
    const isDone = await action.run(async () => {
      await ask('setRegistration', { mode })
    })
    if (!isDone) return
    say(words.chosen(words.modes[mode].name))
    again()
  }
  return (
    <form className="panel" aria-labelledby="modes" onSubmit={submit}>
      <h2 id="modes">{words.who}</h2>
      <TroubleNote trouble={action.trouble ?? trouble} knownAt={answer && answeredAt} again={again} />
      <fieldset disabled={answer === undefined}>
        <legend className="vh">{words.who}</legend>
        <div className="ways">
          {modes.map(({ value, symbol }) => (
            <label key={value} className="way">
              <input
                type="radio"
                name="mode"
                value={value}
                checked={mode === value}
                onChange={() => setChosen(value)}
              />
              <strong>
                <Symbol name={symbol} className="icon icon--s" />
                {words.modes[value].name}
              </strong>
              <small>{words.modes[value].means}</small>
            </label>
          ))}
        </div>
      </fieldset>
      {answer?.isFixed && (
        <p className="note">
          <Symbol name="i-info" />
          <span>{words.fixed}</span>
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn btn--go" disabled={action.isBusy || mode === answer?.mode}>
          {save}
        </button>
      </div>
    </form>
  )
}
