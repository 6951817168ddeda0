import { NoAnswer } from '@seekyou/sdk'
import { useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger, useSession } from '../contexts.ts'
import { PasswordInput } from '../wizard/password-input.tsx'
import { passwordTrouble } from './text-fit.ts'

type Outcome = 'resting' | 'empty' | 'differ' | 'wrong' | 'changing' | 'changed' | 'unknown' | 'refused' | 'offline'

/** The password now, and a new one, twice. */
export function ChangePassword() {
  const words = useWords('people')
  const messenger = useMessenger()
  const session = useSession()
  const { codePage, uin } = useWatched(messenger.self)
  const [typed, setTyped] = useState(nothingTyped)
  const [outcome, setOutcome] = useState<Outcome>('resting')
  const trouble = passwordTrouble(typed.next, codePage)

  async function change(): Promise<void> {
    if (outcome === 'changing') return
    if (!session.isPassword(typed.now)) return setOutcome('wrong')
    if (trouble !== undefined) return setOutcome('empty')
    if (typed.next !== typed.again) return setOutcome('differ')
    if (messenger.line.get().state !== 'online') return setOutcome('offline')
    setOutcome('changing')
    try {
      await session.changePassword(typed.next)
      setTyped(nothingTyped)
      setOutcome('changed')
    } catch (error) {
      setOutcome(error instanceof NoAnswer ? 'unknown' : 'refused')
    }
  }

  const misfit =
    trouble === undefined || trouble === 'empty'
      ? outcome === 'empty'
        ? words.passwordEmpty
        : undefined
      : 'bytes' in trouble
        ? words.passwordLong(trouble.bytes)
        : words.passwordLacking(trouble.lacking.join(' '))
  const input = (name: keyof typeof nothingTyped, label: string, error: string | undefined) => (
    <Field label={label} error={error}>
      {(tie) => (
        <PasswordInput
          tie={tie}
          name={`password-${name}`}
          autoComplete={name === 'now' ? 'current-password' : 'new-password'}
          value={typed[name]}
          onChange={(value) => {
            setTyped((before) => ({ ...before, [name]: value }))
            if (outcome !== 'changing') setOutcome('resting')
          }}
        />
      )}
    </Field>
  )
  const failure =
    outcome === 'unknown'
      ? words.passwordUnknown
      : outcome === 'refused'
        ? words.passwordRefused
        : outcome === 'offline'
          ? words.passwordOffline
          : undefined
  return (
    <section className="panel">
      <h2>{words.changePassword}</h2>
      <form
        className="profile-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        <input
          className="vh"
          name="username"
          autoComplete="username"
          value={uin}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <div className="cols-3">
          {input('now', words.oldPassword, outcome === 'wrong' ? words.passwordWrong : undefined)}
          {input('next', words.newPassword, misfit)}
          {input('again', words.once, outcome === 'differ' ? words.passwordsDiffer : undefined)}
        </div>
        {failure === undefined ? null : (
          <p className="error" role="alert">
            <Symbol name="i-failed" />
            {failure}
          </p>
        )}
        <div className="row">
          <button type="submit" className="btn" disabled={outcome === 'changing'}>
            {words.changePassword}
          </button>
          <span className="small" role="status">
            {outcome === 'changed' ? words.passwordChanged : words.passwordHint}
          </span>
        </div>
      </form>
    </section>
  )
}

const nothingTyped = { now: '', next: '', again: '' }
