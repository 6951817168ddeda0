import type { Uin } from '@seekyou/language'
import { serverPackets } from '@seekyou/wire'
import { type EventPhrase, heardIn, words } from '../phrase.ts'

const { endOfContacts } = serverPackets

export const contactsAnnounced: EventPhrase<'contactsAnnounced'> = {
  patience: 'brisk',
  hear: [heardIn(endOfContacts, ({ uin }) => ({ uin: uin as Uin }))],
  speak: ({ uin }) => words(endOfContacts, { uin }),
}
