import { type ReactNode, useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Secret } from '../parts/secret.tsx'
import type { Account } from './account.ts'
import { makePassword } from './password.ts'
import { WhoTitle } from './who-title.tsx'

/** Gives an account a new password and shows it once. */
export function ResetDialog({ account, onClose }: { readonly account: Account; onClose(): void }): ReactNode {
  const words = useWords('admin')
  const [password, setPassword] = useState<string>()
  if (password === undefined)
    return (
      <Confirm
        title={<WhoTitle account={account} say={words.accounts.resetTitle} />}
        doIt={words.accounts.resetDo}
        act={async () => {
          const made = makePassword()
          await ask('setUser', { uin: account.uin, password: made })
          setPassword(made)
        }}
        onDone={() => {}}
        onCancel={onClose}
      >
        <p>{words.accounts.resetAbout}</p>
      </Confirm>
    )
  return (
    <Dialog
      title={<WhoTitle account={account} say={words.accounts.resetDone} />}
      onClose={onClose}
      foot={
        <button type="button" className="btn btn--go" onClick={onClose}>
          {words.parts.done}
        </button>
      }
    >
      <Secret label={words.accounts.password} value={password}>
        {words.parts.onceOnly}
      </Secret>
    </Dialog>
  )
}
