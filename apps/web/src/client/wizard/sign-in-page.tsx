import type { Uin } from '@seekyou/language'
import { useEffect, useState } from 'react'
import { Call } from '../../look/call.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice, useSession } from '../contexts.ts'
import { hrefOf } from '../route.ts'
import { useServerCard } from '../server-card.ts'
import { AccountList } from './account-list.tsx'
import { SignInFields } from './sign-in-fields.tsx'
import { SignInTrouble } from './sign-in-trouble.tsx'
import { useSignIn } from './use-sign-in.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** Number and password, or one of the accounts that have signed in here. */
export function SignInPage() {
  const words = useWords('wizard')
  const card = useServerCard()
  const state = useWatched(useSession().state)
  const accounts = [...useWatched(useDevice().accounts)].sort((one, other) => other.usedAt - one.usedAt)
  const [chosen, setChosen] = useState<Uin | undefined>(
    () => (state.at === 'door' ? state.uin : undefined) ?? accounts[0]?.uin,
  )
  const account = accounts.find(({ uin }) => uin === chosen)
  const signIn = useSignIn(account)
  useEffect(() => {
    document.title = `${words.signInTitle} · Seekyou`
  }, [words])

  return (
    <WizardFrame
      server={card?.name}
      onSubmit={signIn.submit}
      below={card && words.oldClient(card.hostName ?? location.hostname, card.udpPort)}
      foot={
        <>
          <a className="btn btn--plain" href={hrefOf({ page: 'register' })}>
            {words.getNumber}
          </a>
          <span className="spacer" />
          {state.at === 'in' ? (
            <a className="btn" href={hrefOf({ page: 'list' })}>
              {words.backTo(state.messenger.self.get().nick)}
            </a>
          ) : null}
          <button type="submit" className="btn btn--go" disabled={signIn.isBusy}>
            {signIn.isBusy ? words.signingIn : words.signIn}
          </button>
        </>
      }
    >
      <h1>{words.who}</h1>
      {accounts.length === 0 ? null : (
        <AccountList
          accounts={accounts}
          chosen={account?.uin}
          onChoose={(uin) => {
            setChosen(uin)
            signIn.forget()
          }}
        />
      )}
      {signIn.trouble === undefined ? null : (
        <SignInTrouble key={signIn.tries} because={signIn.trouble.because} uin={signIn.trouble.uin} />
      )}
      <SignInFields account={account} isFirst={accounts.length === 0} signIn={signIn} />
      <div role="status">{signIn.isBusy ? <Call /> : null}</div>
    </WizardFrame>
  )
}
