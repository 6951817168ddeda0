import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { forcedOffline } = serverPackets

export const signedOff: EventPhrase<'signedOff'> = {
  patience: 'once',
  hear: [heardIn(forcedOffline, () => ({}))],
  speak: () => words(forcedOffline, {}),
}
