import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { windowState, queryServers, queryAddons } = clientPackets

/** The layouts of both queries are unknown, and so are those of their answers: an acknowledgement is all there is. */
export const formality: IntentPhrase<'formality'> = {
  hear: [heardIn(windowState, () => ({})), heardIn(queryServers, () => ({})), heardIn(queryAddons, () => ({}))],
  speak: () => words(windowState, { state: 0 }),
}
