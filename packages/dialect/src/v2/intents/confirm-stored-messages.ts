import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

export const confirmStoredMessages: IntentPhrase<'confirmStoredMessages'> = {
  hear: [heardIn(clientPackets.confirmStoredMessages, () => ({}))],
  speak: () => words(clientPackets.confirmStoredMessages, {}),
}
