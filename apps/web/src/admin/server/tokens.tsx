import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAction } from '../office/use-action.ts'
import { useAsked } from '../office/use-asked.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Secret } from '../parts/secret.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSpeech } from '../parts/use-speech.ts'
import { useSay } from '../shell/said.tsx'

/** Keys for programs that use the API. */
export function Tokens(): ReactNode {
  const words = useWords('admin').server
  const speech = useSpeech()
  const say = useSay()
  const { answer, answeredAt, trouble, again } = useAsked(() => ask('listTokens', {}), '')
  const making = useAction()
  const [name, setName] = useState('')
  const [made, setMade] = useState<{ readonly name: string; readonly token: string }>()
  const [removing, setRemoving] = useState<string>()
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const called = name.trim()
    const isDone = await making.run(async () => setMade({ name: called, ...(await ask('addToken', { name: called })) }))
    if (isDone) setName('')
    again()
  }
  return (
    <section className="panel" aria-labelledby="tokens">
      <h2 id="tokens">{words.tokens}</h2>
      <p className="small">{words.tokensAbout}</p>
      <TroubleNote trouble={trouble} knownAt={answer && answeredAt} again={again} />
      {answer !== undefined && answer.rows.length > 0 && (
        <ul className="names">
          {answer.rows.map(({ name: one, createdAt, usedAt }) => (
            <li key={one}>
              <Symbol name="i-key" />
              <strong>{one}</strong>
              <span className="muted small">
                {words.addedAt(speech.date(createdAt))}
                {', '}
                {usedAt === undefined ? words.neverUsed : words.usedAt(speech.ago(usedAt, Date.now()))}
              </span>
              <button
                type="button"
                className="icon-btn"
                aria-label={words.removeToken(one)}
                title={words.removeToken(one)}
                onClick={() => setRemoving(one)}
              >
                <Symbol name="i-trash" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TroubleNote trouble={making.trouble} />
      <form className="token-form" onSubmit={submit}>
        <Field label={words.tokenName}>
          {(tie) => (
            <input
              {...tie}
              className="input"
              required
              maxLength={64}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn" disabled={making.isBusy}>
          <Symbol name="i-plus" />
          {words.makeToken}
        </button>
      </form>
      <div role="status">
        {made && (
          <Secret label={words.tokenOf(made.name)} value={made.token}>
            {words.tokenOnce}
          </Secret>
        )}
      </div>
      {removing !== undefined && (
        <Confirm
          title={words.removeTokenTitle(removing)}
          doIt={words.withdraw}
          isDanger
          act={async () => {
            await ask('removeToken', { name: removing })
          }}
          onDone={() => {
            say(words.tokenRemoved(removing))
            setRemoving(undefined)
            again()
          }}
          onCancel={() => setRemoving(undefined)}
        >
          <p>{words.removeTokenAbout}</p>
        </Confirm>
      )}
    </section>
  )
}
