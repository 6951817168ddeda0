import { useState } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { CopyButton } from './copy-button.tsx'

type Invite = Awaited<ReturnType<ReturnType<typeof useMessenger>['makeInvite']>>

/** Makes invitations, where the server gives numbers to the invited. */
export function InvitesPart() {
  const words = useWords('settings')
  const dates = useDates()
  const messenger = useMessenger()
  const [invite, setInvite] = useState<Invite | 'asking' | { readonly complaint: string } | undefined>()
  async function make(): Promise<void> {
    setInvite('asking')
    try {
      setInvite(await messenger.makeInvite())
    } catch {
      setInvite({ complaint: words.inviteFailed })
    }
  }
  return (
    <>
      <p className="small">{words.invitesHint}</p>
      <div className="row">
        <button type="button" className="btn" disabled={invite === 'asking'} onClick={() => void make()}>
          <Symbol name="i-ticket" />
          {invite === 'asking' ? words.inviting : words.invite}
        </button>
      </div>
      <div role="status">
        {typeof invite === 'object' && 'complaint' in invite ? (
          <p className="error">
            <Symbol name="i-failed" />
            {invite.complaint}
          </p>
        ) : null}
        {typeof invite === 'object' && 'code' in invite ? (
          <div className="invite">
            <p className="small">{words.inviteIs}</p>
            <output className="invite__code mono">{invite.code}</output>
            <p className="small">{words.goodUntil(dates.full(invite.expiresAt))}</p>
            <div className="row">
              <CopyButton text={invite.code} label={words.copyCode} done={words.copied} />
              <CopyButton
                text={`${location.origin}/#/register/${encodeURIComponent(invite.code)}`}
                label={words.copyLink}
                done={words.copied}
                symbol="i-link"
              />
            </div>
          </div>
        ) : null}
      </div>
    </>
  )
}
