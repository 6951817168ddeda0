import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { requestStoredMessages } = clientPackets

export const fetchStoredMessages: IntentPhrase<'fetchStoredMessages'> = {
  hear: [heardIn(requestStoredMessages, () => ({}))],
  speak: () => words(requestStoredMessages, {}),
}
