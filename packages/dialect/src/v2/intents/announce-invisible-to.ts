import { clientPackets } from '@seekyou/wire'
import { type IntentPhrase, words } from '../phrase.ts'
import { heardPeople } from './people.ts'

const { invisibleList } = clientPackets

export const announceInvisibleTo: IntentPhrase<'announceInvisibleTo'> = {
  hear: [heardPeople(invisibleList)],
  speak: ({ uins }) => words(invisibleList, { uins }),
}
