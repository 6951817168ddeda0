import type { Uin } from '@seekyou/language'
import { clientPackets } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { addToList } = clientPackets

export const addContact: IntentPhrase<'addContact'> = {
  hear: [heardIn(addToList, ({ target }) => ({ uin: target as Uin }))],
  speak: ({ uin }) => words(addToList, { target: uin }),
}
