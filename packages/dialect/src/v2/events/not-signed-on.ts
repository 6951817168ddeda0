import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { notConnected } = serverPackets

export const notSignedOn: EventPhrase<'notSignedOn'> = {
  patience: 'once',
  hear: [heardIn(notConnected, () => ({}))],
  speak: () => words(notConnected, {}),
}
