import type { ReactNode } from 'react'
import { UinText } from '../../look/uin-text.tsx'
import type { Account } from './account.ts'

/** A title with a nickname in it, and the number behind it. */
export function WhoTitle({ account, say }: { readonly account: Account; say(nick: string): string }): ReactNode {
  return (
    <>
      {say(account.nick)} <UinText uin={account.uin} className="uin muted" />
    </>
  )
}
