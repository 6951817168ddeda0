import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

const dayMs = 86_400_000
const spans = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, never: undefined } as const
type Span = keyof typeof spans

/** Makes a code that lets people register. */
export function NewInvite({ onMade }: { onMade(): void }): ReactNode {
  const words = useWords('admin').registration
  const [code, setCode] = useState('')
  const [uses, setUses] = useState('1')
  const [span, setSpan] = useState<Span>('week')
  const [made, setMade] = useState<string>()
  const { run, isBusy, trouble } = useAction()
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    run(async () => {
      const lasts = spans[span]
      const answer = await ask('addInvite', {
        uses: Number(uses),
        ...(code.trim() !== '' && { code: code.trim() }),
        ...(lasts !== undefined && { expiresAt: Date.now() + lasts }),
      })
      setMade(answer.code)
      setCode('')
      onMade()
    })
  }
  return (
    <form className="panel" onSubmit={submit} aria-labelledby="new-invite">
      <h2 id="new-invite">{words.newInvite}</h2>
      <div className="cols-3">
        <Field label={words.uses}>
          {(tie) => (
            <input
              {...tie}
              className="input"
              type="number"
              min={1}
              max={999_999}
              required
              value={uses}
              onChange={({ currentTarget }) => setUses(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.until}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={span}
              onChange={({ currentTarget }) => setSpan(currentTarget.value as Span)}
            >
              {Object.keys(spans).map((name) => (
                <option key={name} value={name}>
                  {words.spans[name as Span]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.code} hint={words.codeHint}>
          {(tie) => (
            <input
              {...tie}
              className="input mono"
              placeholder={words.codeRandom}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <TroubleNote trouble={trouble} />
      <div className="row">
        <button type="submit" className="btn btn--go" disabled={isBusy}>
          <Symbol name="i-ticket" />
          {words.make}
        </button>
      </div>
      <div role="status">
        {made !== undefined && (
          <div className="made">
            <span>
              <strong>{words.made}</strong> {words.madeHow}
            </span>
            <div className="copyline">
              <output className="mono">{made}</output>
              <CopyButton text={made} label={words.copyCode(made)} isWide />
            </div>
          </div>
        )}
      </div>
    </form>
  )
}
