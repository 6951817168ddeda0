import { clientPackets } from '@seekyou/wire'
import { type IntentPhrase, words } from '../phrase.ts'
import { heardPeople } from './people.ts'

const { contactList } = clientPackets

export const announceContacts: IntentPhrase<'announceContacts'> = {
  hear: [heardPeople(contactList)],
  speak: ({ uins }) => words(contactList, { uins }),
}
