import { type ReactNode, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { setUp, signIn } from '../office/session-requests.ts'
import { useAction } from '../office/use-action.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Entrance } from './entrance.tsx'
import { isGoodPair, NewPasswordFields, noPassword } from './new-password.tsx'

interface SetUpProps {
  /** What stood behind the `#` of the setup link. */
  readonly code: string
  onSignedIn(name: string): void
}

/** Whoever has a setup link chooses a name and a password here, and is an administrator. */
export function SetUp({ code, onSignedIn }: SetUpProps): ReactNode {
  const words = useWords('admin').entrance
  const [name, setName] = useState('')
  const [pair, setPair] = useState(noPassword)
  const [isTried, setTried] = useState(false)
  const { isBusy, trouble, run } = useAction()
  const submit = (): void => {
    setTried(true)
    if (name.trim() === '' || !isGoodPair(pair)) return
    run(async () => {
      await setUp(code, name.trim(), pair.password)
      onSignedIn(await signIn(name.trim(), pair.password))
    })
  }
  return (
    <Entrance title={words.setUp} button={words.setUpButton} isBusy={isBusy} onSubmit={submit}>
      <p>{words.setUpAbout}</p>
      <TroubleNote trouble={trouble} />
      <Field label={words.name} error={isTried && name.trim() === '' ? words.noName : undefined}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
      </Field>
      <NewPasswordFields value={pair} name={name.trim()} isTried={isTried} onChange={setPair} />
      <p className="small">{words.setUpOther}</p>
    </Entrance>
  )
}
