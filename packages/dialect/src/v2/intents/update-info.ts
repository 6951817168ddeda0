import type { Intent } from '@seekyou/language'
import { clientPackets, type Schema, type Text } from '@seekyou/wire'
import { type Hearing, heardIn, type IntentPhrase, words } from '../phrase.ts'
import { asNewUser } from '../two-forms.ts'

const { newUserInfo, updateInfo: packet } = clientPackets

type Content = Omit<Intent<'updateInfo'>, 'name'>
type Heard = { subSeq: number; nick: Text; first: Text; last: Text; email: Text; auth?: number }

/** Some clients use the command for new users for every change; each form has an answer of its own. */
export const updateInfo: IntentPhrase<'updateInfo'> = {
  hear: [heard(packet, (subSeq) => subSeq), heard(newUserInfo, asNewUser)],
  speak: ({ nick, first, last, email, needsAuthorization }, request) =>
    words(packet, {
      subSeq: request,
      nick,
      first,
      last,
      email,
      ...(needsAuthorization === undefined ? {} : { auth: needsAuthorization ? 0 : 1 }),
    }),
}

function heard(schema: Schema<Heard>, mark: (subSeq: number) => number): Hearing<Content> {
  return heardIn(
    schema,
    ({ nick, first, last, email, auth }) => ({
      nick,
      first,
      last,
      email,
      needsAuthorization: auth === undefined ? undefined : auth === 0,
    }),
    ({ subSeq }) => mark(subSeq),
  )
}
