import { type ReactNode, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { Switch } from '../../look/switch.tsx'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { Confirm } from '../parts/confirm.tsx'
import { useSay } from '../shell/said.tsx'
import type { Account } from './account.ts'
import { changesBetween, type Draft, draftOf } from './changes.ts'
import { CodePageSelect } from './code-page-select.tsx'
import { MoreFacts } from './more-facts.tsx'
import { WhoTitle } from './who-title.tsx'

/** Everything about an account that an operator may change. */
export function EditDialog({ account, onClose }: { readonly account: Account; onClose(): void }): ReactNode {
  const words = useWords('admin')
  const own = words.accounts
  const say = useSay()
  const [draft, setDraft] = useState(() => draftOf(account))
  const set = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes })
  const text = (name: 'nick' | 'first' | 'last' | 'email', label: string, most = 20): ReactNode => (
    <Field label={label}>
      {(tie) => (
        <input
          {...tie}
          className="input"
          required={name === 'nick'}
          maxLength={most}
          type={name === 'email' ? 'email' : 'text'}
          value={draft[name]}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <Confirm
      title={<WhoTitle account={account} say={own.edit} />}
      isWide
      doIt={words.parts.save}
      act={async () => {
        const changes = changesBetween(draftOf(account), draft)
        if (Object.keys(changes).length > 0) await ask('setUser', { uin: account.uin, ...changes })
      }}
      onDone={() => {
        say(own.saved(draft.nick))
        onClose()
      }}
      onCancel={onClose}
    >
      {account.ban && <p className="note">{own.bannedBecause(account.ban.reason)}</p>}
      <div className="cols-2">
        {text('nick', own.nick)}
        {text('email', own.email, 63)}
        {text('first', own.first)}
        {text('last', own.last)}
      </div>
      <div className="sets">
        <Switch
          label={own.authorization}
          hint={own.authorizationHint}
          isOn={draft.authorization}
          onChange={(authorization) => set({ authorization })}
        />
        <Switch label={own.publishEmail} isOn={draft.publishEmail} onChange={(publishEmail) => set({ publishEmail })} />
        <Switch
          label={own.searchable}
          hint={own.searchableHint}
          isOn={draft.searchable}
          onChange={(searchable) => set({ searchable })}
        />
        <Switch label={own.pace} hint={own.paceHint} isOn={draft.limits} onChange={(limits) => set({ limits })} />
      </div>
      <div className="cols-3 even">
        <CodePageSelect value={draft.codePage} onChange={(codePage) => set({ codePage })} />
        <Field label={own.direct} hint={own.directHint}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={draft.direct}
              onChange={({ currentTarget }) => set({ direct: currentTarget.value as Draft['direct'] })}
            >
              <option value="default">{own.asEverybody}</option>
              <option value="yes">{own.yes}</option>
              <option value="no">{own.no}</option>
            </select>
          )}
        </Field>
        <Field label={own.storedMax} hint={own.storedMaxHint}>
          {(tie) => (
            <input
              {...tie}
              className="input"
              type="number"
              min={0}
              placeholder={own.asEverybody}
              value={draft.storedMax}
              onChange={({ currentTarget }) => set({ storedMax: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <MoreFacts account={account} />
    </Confirm>
  )
}
