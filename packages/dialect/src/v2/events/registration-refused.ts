import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, words } from '../phrase.ts'

/** Version 2 has no refusal of its own; a client hears `tryAgain` as a refusal of whatever it asked for. */
export const registrationRefused: EventPhrase<'registrationRefused'> = {
  patience: 'once',
  hear: [],
  speak: () => words(serverPackets.tryAgain, {}),
}
