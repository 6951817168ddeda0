import type { Uin } from '@seekyou/language'
import { useEffect, useState } from 'react'
import { Call } from '../../look/call.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { DeleteDialog } from '../list/delete-dialog.tsx'
import { PageFrame } from '../page-frame.tsx'
import { hrefOf } from '../route.ts'
import { AddDialog } from './add-dialog.tsx'
import { BetweenYou } from './between-you.tsx'
import { IdCard } from './id-card.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import { useProfile } from './use-profile.ts'

/** Somebody else: what they tell, what there is between them and this user, and what can be done. */
export function OtherProfile({ uin }: { readonly uin: Uin }) {
  const words = useWords('people')
  const person = useWatched(useMessenger().people).get(uin)
  const known = useProfile(uin)
  const [asks, setAsks] = useState<'add' | 'remove' | undefined>()
  const name = person?.givenName || known.profile?.nick || person?.name || String(uin)
  const isContact = person?.isContact === true
  const needsAuthorization = known.profile?.needsAuthorization ?? person?.authorization === 'needed'
  useEffect(() => {
    document.title = `${words.profileOf(name)} · Seekyou`
  }, [words, name])

  return (
    <PageFrame title={words.profileOf(name)}>
      <div className="page__in">
        <IdCard uin={uin} name={name} person={person} />
        <div className="row">
          <a className="btn btn--go" href={hrefOf({ page: 'talk', uin })}>
            <Symbol name="i-send" />
            {words.message}
          </a>
          {isContact ? null : (
            <button type="button" className="btn" onClick={() => setAsks('add')}>
              <Symbol name={needsAuthorization ? 'i-key' : 'i-add-person'} />
              {needsAuthorization ? words.askToAdd : words.addToList}
            </button>
          )}
          <button type="button" className="btn" disabled={known.state === 'asking'} onClick={known.again}>
            <Symbol name="i-retry" />
            {words.refresh}
          </button>
        </div>
        {known.state === 'failed' ? (
          <p className="error" role="alert">
            <Symbol name="i-failed" />
            <span>
              <strong>{words.noAnswer}</strong> {words.noAnswerText}
            </span>
          </p>
        ) : null}
        <div className={person === undefined ? undefined : 'cols-2'}>
          <section className="panel">
            <h2>{words.told(name)}</h2>
            {known.state === 'asking' && known.profile === undefined ? (
              <div role="status">
                <span className="vh">{words.loading}</span>
                <Call />
              </div>
            ) : (
              <ProfileFacts known={known} />
            )}
          </section>
          {person === undefined ? null : <BetweenYou person={person} />}
        </div>
        {isContact ? (
          <div className="row row--end">
            <button type="button" className="btn btn--danger" onClick={() => setAsks('remove')}>
              <Symbol name="i-trash" />
              {words.remove}
            </button>
          </div>
        ) : null}
      </div>
      {asks === 'add' ? (
        <AddDialog uin={uin} name={name} needsAuthorization={needsAuthorization} onClose={() => setAsks(undefined)} />
      ) : null}
      {asks === 'remove' && person !== undefined ? (
        <DeleteDialog person={person} onClose={() => setAsks(undefined)} />
      ) : null}
    </PageFrame>
  )
}
