import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { keepAlive: first, keepAlive2: second } = clientPackets

/** COMPAT mICQ 0.2.5, icqlib: send both forms back to back. */
export const keepAlive: IntentPhrase<'keepAlive'> = {
  hear: [heardIn(first, () => ({})), heardIn(second, () => ({}))],
  speak: () => words(first, {}),
}
