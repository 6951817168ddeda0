import { type Schema, serverPackets } from '@seekyou/wire'
import { heardIn, type Words, words } from '../phrase.ts'
import { asNewUser, isAsNewUser, subSeqOf } from '../two-forms.ts'

type Confirming = Schema<{ subSeq: number }>

/** A change confirmed or refused in a packet that holds nothing but the mark of the request. */
const confirmation = (schema: Confirming) => ({
  patience: 'steady' as const,
  hear: [
    heardIn(
      schema,
      () => ({}),
      ({ subSeq }) => subSeq,
    ),
  ],
  speak: (_: object, request: number): Words => words(schema, { subSeq: request }),
})

/** The same for the short profile, which may have been set with the command for new users. */
const confirmationInTwoForms = (ordinary: Confirming, forNewUser: Confirming) => ({
  patience: 'steady' as const,
  hear: [
    ...confirmation(ordinary).hear,
    heardIn(
      forNewUser,
      () => ({}),
      ({ subSeq }) => asNewUser(subSeq),
    ),
  ],
  speak: (_: object, request: number): Words =>
    words(isAsNewUser(request) ? forNewUser : ordinary, { subSeq: subSeqOf(request) }),
})

export const infoUpdated = confirmationInTwoForms(serverPackets.updateReply, serverPackets.newUserReply)
export const infoNotUpdated = confirmationInTwoForms(serverPackets.updateFail, serverPackets.newUserFail)
export const extInfoUpdated = confirmation(serverPackets.updateExtReply)
export const extInfoNotUpdated = confirmation(serverPackets.updateExtFail)
export const passwordChanged = confirmation(serverPackets.changePasswordReply)
export const passwordNotChanged = confirmation(serverPackets.changePasswordFail)
