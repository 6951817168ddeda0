import { type ReactNode, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { Confirm } from '../parts/confirm.tsx'
import { useSay } from '../shell/said.tsx'
import type { Account } from './account.ts'
import { WhoTitle } from './who-title.tsx'

/** Bans somebody, with a reason for those who look later. */
export function BanDialog({ account, onClose }: { readonly account: Account; onClose(): void }): ReactNode {
  const words = useWords('admin').accounts
  const say = useSay()
  const [reason, setReason] = useState('')
  return (
    <Confirm
      title={<WhoTitle account={account} say={words.banTitle} />}
      doIt={words.banDo}
      isDanger
      act={async () => {
        await ask('banUser', { uin: account.uin, reason: reason.trim() })
      }}
      onDone={() => {
        say(words.bannedSaid(account.nick))
        onClose()
      }}
      onCancel={onClose}
    >
      <p>{words.banAbout}</p>
      <Field label={words.reason} hint={words.reasonHint}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            required
            maxLength={1_000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
      </Field>
    </Confirm>
  )
}
