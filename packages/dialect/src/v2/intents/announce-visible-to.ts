import { clientPackets } from '@seekyou/wire'
import { type IntentPhrase, words } from '../phrase.ts'
import { heardPeople } from './people.ts'

const { visibleList } = clientPackets

export const announceVisibleTo: IntentPhrase<'announceVisibleTo'> = {
  hear: [heardPeople(visibleList)],
  speak: ({ uins }) => words(visibleList, { uins }),
}
