import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

export const openRegistration: IntentPhrase<'openRegistration'> = {
  hear: [heardIn(clientPackets.openRegistration, () => ({}))],
  speak: () => words(clientPackets.openRegistration, {}),
}
