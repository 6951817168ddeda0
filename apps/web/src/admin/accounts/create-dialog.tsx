import { type ReactNode, useState } from 'react'
import { Dialog } from '../../look/dialog.tsx'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Secret } from '../parts/secret.tsx'
import { CodePageSelect } from './code-page-select.tsx'
import { makePassword } from './password.ts'

/** Makes an account, and shows its number and password once. */
export function CreateDialog({ onClose }: { onClose(): void }): ReactNode {
  const words = useWords('admin')
  const [nick, setNick] = useState('')
  const [number, setNumber] = useState('')
  const [password, setPassword] = useState(makePassword)
  const [codePage, setCodePage] = useState('guess')
  const [made, setMade] = useState<number>()
  if (made !== undefined)
    return (
      <Dialog
        title={words.accounts.created(nick)}
        onClose={onClose}
        foot={
          <button type="button" className="btn btn--go" onClick={onClose}>
            {words.parts.done}
          </button>
        }
      >
        <Secret label={words.accounts.number} value={String(made)} />
        <Secret label={words.accounts.password} value={password}>
          {words.parts.onceOnly}
        </Secret>
      </Dialog>
    )
  return (
    <Confirm
      title={words.accounts.createTitle}
      doIt={words.accounts.create}
      act={async () => {
        const { uin } = await ask('addUser', {
          nick: nick.trim(),
          password,
          ...(number.trim() !== '' && { uin: Number(number) }),
          ...(codePage !== 'guess' && { codePage }),
        })
        setMade(uin)
      }}
      onDone={() => {}}
      onCancel={onClose}
    >
      <Field label={words.accounts.nick} hint={words.accounts.nickHint}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            required
            maxLength={20}
            value={nick}
            onChange={({ currentTarget }) => setNick(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.accounts.number} hint={words.accounts.numberHint}>
        {(tie) => (
          <input
            {...tie}
            className="input mono"
            inputMode="numeric"
            pattern="[0-9]{4,10}"
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value.replace(/\s/g, ''))}
          />
        )}
      </Field>
      <Field label={words.accounts.password} hint={words.accounts.passwordHint}>
        {(tie) => (
          <input
            {...tie}
            className="input mono"
            required
            autoComplete="off"
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        )}
      </Field>
      <CodePageSelect value={codePage} onChange={setCodePage} />
    </Confirm>
  )
}
