import { status } from '@seekyou/language'
import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { statusChange } = clientPackets

export const changeStatus: IntentPhrase<'changeStatus'> = {
  hear: [heardIn(statusChange, (value) => ({ status: status(value.status) }))],
  speak: ({ status }) => words(statusChange, { status }),
}
