import { useEffect } from 'react'
import { Call } from '../../look/call.tsx'
import { Status } from '../../look/status.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { UinText } from '../../look/uin-text.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger, useSession } from '../contexts.ts'
import { PageFrame } from '../page-frame.tsx'
import { ChangePassword } from './change-password.tsx'
import { ProfileForm } from './profile-form.tsx'
import { useProfile } from './use-profile.ts'

/** What others see of this user, to be changed; the password; and the way out. */
export function OwnProfile() {
  const words = useWords('people')
  const statuses = useWords('statuses')
  const messenger = useMessenger()
  const session = useSession()
  const self = useWatched(messenger.self)
  const line = useWatched(messenger.line)
  const known = useProfile(messenger.uin)
  const isOnline = line.state === 'online'
  useEffect(() => {
    document.title = `${words.yourDetails} · Seekyou`
  }, [words])

  return (
    <PageFrame title={words.yourDetails} sub={words.yourDetailsSub}>
      <div className="page__in">
        <div className="idcard">
          <Status of={isOnline ? self.status : undefined} silent />
          <h2>
            <bdi>{self.nick}</bdi>
          </h2>
          <p>{isOnline ? statuses[self.status] : statuses.offline}</p>
          <UinText uin={self.uin} />
        </div>
        {known.state === 'asking' ? (
          <section className="panel" role="status">
            <span className="vh">{words.loading}</span>
            <Call />
          </section>
        ) : known.state === 'failed' ? (
          <>
            <p className="error" role="alert">
              <Symbol name="i-failed" />
              <span>
                <strong>{words.noAnswer}</strong> {words.noAnswerText}
              </span>
            </p>
            <div className="row">
              <button type="button" className="btn" onClick={known.again}>
                <Symbol name="i-retry" />
                {words.refresh}
              </button>
            </div>
          </>
        ) : (
          <ProfileForm profile={known.profile} longProfile={known.longProfile} />
        )}
        <ChangePassword />
        <div className="row row--end">
          <span className="small">{words.signOffHint}</span>
          <button type="button" className="btn" onClick={() => void session.signOut()}>
            <Symbol name="i-logout" />
            {words.signOff}
          </button>
        </div>
      </div>
    </PageFrame>
  )
}
