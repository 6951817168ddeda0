import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { isGoodPair, NewPasswordFields, noPassword } from '../entrance/new-password.tsx'
import { ask } from '../office/ask.ts'
import { signIn } from '../office/session-requests.ts'
import { useAction } from '../office/use-action.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useSay } from '../shell/said.tsx'
import { useSigned } from '../shell/session.ts'

/** Changes the password of whoever is signed in. */
export function OwnPassword(): ReactNode {
  const words = useWords('admin').server
  const say = useSay()
  const { name } = useSigned()
  const [pair, setPair] = useState(noPassword)
  const [isTried, setTried] = useState(false)
  const { run, isBusy, trouble } = useAction()
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isGoodPair(pair)) return
    const isDone = await run(async () => {
      await ask('setAdministratorPassword', { name, password: pair.password })
      // A new password ends all sessions of its owner, this one too.
      await signIn(name, pair.password)
    })
    if (!isDone) return
    say(words.passwordChanged)
    setPair(noPassword)
    setTried(false)
  }
  return (
    <details className="panel">
      <summary>{words.ownPassword}</summary>
      <form className="own-password" onSubmit={submit}>
        <TroubleNote trouble={trouble} />
        <input
          type="text"
          className="vh"
          autoComplete="username"
          value={name}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <NewPasswordFields value={pair} name={name} isTried={isTried} onChange={setPair} />
        <div className="row">
          <button type="submit" className="btn btn--go" disabled={isBusy}>
            <Symbol name="i-key" />
            {words.changePassword}
          </button>
        </div>
      </form>
    </details>
  )
}
