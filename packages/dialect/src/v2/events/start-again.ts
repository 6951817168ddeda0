import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, words } from '../phrase.ts'

/**
 * COMPAT mICQ 0.2.5: of all packets only `tryAgain` makes it forget the numbers that it has seen, and sign on anew. A client hears
 * it as a refusal.
 */
export const startAgain: EventPhrase<'startAgain'> = {
  patience: 'once',
  hear: [],
  speak: () => words(serverPackets.tryAgain, {}),
}
