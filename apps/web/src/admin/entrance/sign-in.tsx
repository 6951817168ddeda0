import { type ReactNode, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { signIn } from '../office/session-requests.ts'
import { asTrouble, type Trouble } from '../office/trouble.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Entrance } from './entrance.tsx'

interface SignInProps {
  /** The session ended while somebody was at work: they come back to the same page. */
  readonly isAgain: boolean
  readonly name: string
  onSignedIn(name: string): void
}

/** Name and password of an administrator. */
export function SignIn({ isAgain, name: nameBefore, onSignedIn }: SignInProps): ReactNode {
  const words = useWords('admin').entrance
  const [name, setName] = useState(nameBefore)
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const submit = async (): Promise<void> => {
    setBusy(true)
    setTrouble(undefined)
    try {
      onSignedIn(await signIn(name.trim(), password))
    } catch (caught) {
      setTrouble(asTrouble(caught))
      setBusy(false)
    }
  }
  return (
    <Entrance title={words.signIn} button={words.signIn} isBusy={isBusy} onSubmit={submit}>
      {trouble?.kind === 'signedOut' ? (
        <p className="error" role="alert">
          <Symbol name="i-failed" />
          {words.wrong}
        </p>
      ) : (
        <TroubleNote trouble={trouble} />
      )}
      {isAgain && trouble === undefined && (
        <p className="note" role="status">
          <Symbol name="i-clock" />
          {words.ended}
        </p>
      )}
      <Field label={words.name}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.password}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        )}
      </Field>
      <p className="small">
        {words.lost} <code className="mono">seekyou admin link</code>
      </p>
    </Entrance>
  )
}
