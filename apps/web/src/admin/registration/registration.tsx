import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import { ask } from '../office/ask.ts'
import { useAsked } from '../office/use-asked.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Wait } from '../parts/wait.tsx'
import { Page } from '../shell/page.tsx'
import { InvitesTable } from './invites-table.tsx'
import { Modes } from './modes.tsx'
import { NewInvite } from './new-invite.tsx'
import './registration.css'

/** Who gets a number, and the codes that let people in. */
export function Registration(): ReactNode {
  const words = useWords('admin').registration
  const invites = useAsked(() => ask('listInvites', {}), '')
  return (
    <Page title={words.title} about={words.about}>
      <Modes />
      <NewInvite onMade={invites.again} />
      <TroubleNote trouble={invites.trouble} knownAt={invites.answer && invites.answeredAt} again={invites.again} />
      {invites.answer === undefined ? (
        invites.trouble === undefined && <Wait />
      ) : (
        <InvitesTable rows={invites.answer.invites} refresh={invites.again} />
      )}
    </Page>
  )
}
