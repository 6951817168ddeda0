import { useState } from 'react'
import type { Account } from '../../device/contract.ts'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useMessenger, useSession } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { ForgetDialog } from '../wizard/forget-dialog.tsx'

/** The numbers that have signed in on this device. */
export function AccountsPart() {
  const words = useWords('settings')
  const dates = useDates()
  const session = useSession()
  const { uin } = useMessenger()
  const accounts = [...useWatched(useDevice().accounts)].sort((one, other) => other.usedAt - one.usedAt)
  const [forgotten, setForgotten] = useState<Account | undefined>()
  const now = Date.now()
  return (
    <>
      <p className="small">{words.accountsHint}</p>
      <ul className="lines">
        {accounts.map((account) => (
          <li key={account.uin}>
            <span>
              <strong>
                <bdi>{account.nick}</bdi>
              </strong>{' '}
              <UinText uin={account.uin} className="uin muted" />
              <br />
              <small>
                {account.uin === uin ? words.signedIn : words.lastHere(dates.ago(account.usedAt, now))}
                {account.isRemembered ? ` · ${words.passwordKept}` : ''}
              </small>
            </span>
            {account.uin === uin ? null : (
              <button
                type="button"
                className="btn btn--small"
                aria-label={words.switchToName(account.nick)}
                onClick={() => void session.switchTo(account.uin)}
              >
                {words.switchTo}
              </button>
            )}
            <button
              type="button"
              className="btn btn--small btn--danger"
              aria-label={words.forgetName(account.nick)}
              onClick={() => setForgotten(account)}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <a className="btn btn--small" href={hrefOf({ page: 'signIn' })}>
          <Symbol name="i-plus" />
          {words.addAccount}
        </a>
        <a className="btn btn--small btn--plain" href={hrefOf({ page: 'profile' })}>
          {words.changePassword}
        </a>
      </div>
      {forgotten === undefined ? null : <ForgetDialog account={forgotten} onClose={() => setForgotten(undefined)} />}
    </>
  )
}
