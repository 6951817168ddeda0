import type { Uin } from '@seekyou/language'
import { useState } from 'react'
import type { Account } from '../../device/contract.ts'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { ForgetDialog } from './forget-dialog.tsx'

/** Who has signed in here, and a place for another number. */
export function AccountList({ accounts, chosen, onChoose }: AccountListProps) {
  const words = useWords('wizard')
  const dates = useDates()
  const [forgotten, setForgotten] = useState<Account | undefined>()
  const now = Date.now()
  return (
    <fieldset>
      <legend className="vh">{words.accounts}</legend>
      <ul className="accounts">
        {accounts.map((account) => (
          <li key={account.uin}>
            <label>
              <input
                type="radio"
                name="account"
                checked={chosen === account.uin}
                onChange={() => onChoose(account.uin)}
              />
              <span>
                <strong>{account.nick}</strong>
                <small>
                  {words.lastHere(dates.ago(account.usedAt, now))}
                  {account.isRemembered ? ` · ${words.passwordKept}` : ''}
                </small>
              </span>
              <UinText uin={account.uin} />
            </label>
            <button
              type="button"
              className="icon-btn"
              aria-label={words.forget(account.nick)}
              title={words.forget(account.nick)}
              onClick={() => setForgotten(account)}
            >
              <Symbol name="i-close" />
            </button>
          </li>
        ))}
        <li>
          <label>
            <input type="radio" name="account" checked={chosen === undefined} onChange={() => onChoose(undefined)} />
            <span>
              <strong>{words.another}</strong>
              <small>{words.anotherHint}</small>
            </span>
          </label>
        </li>
      </ul>
      {forgotten === undefined ? null : (
        <ForgetDialog
          account={forgotten}
          onClose={() => setForgotten(undefined)}
          onForgotten={() => {
            if (chosen === forgotten.uin) onChoose(accounts.find(({ uin }) => uin !== forgotten.uin)?.uin)
          }}
        />
      )}
    </fieldset>
  )
}

interface AccountListProps {
  readonly accounts: readonly Account[]
  /** Undefined: another number. */
  readonly chosen: Uin | undefined
  readonly onChoose: (uin: Uin | undefined) => void
}
