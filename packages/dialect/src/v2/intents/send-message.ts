import type { Uin } from '@seekyou/language'
import { clientPackets, type Text } from '@seekyou/wire'
import { heardIn, type IntentPhrase, words } from '../phrase.ts'

const { sendMessage: toAnyone, messageToNewUser: toStranger } = clientPackets

const content = ({ to, kind, text }: { to: number; kind: number; text: Text }) => ({ to: to as Uin, kind, text })

/** Clients use another command for people who are not on their list; it means the same. */
export const sendMessage: IntentPhrase<'sendMessage'> = {
  hear: [heardIn(toAnyone, content), heardIn(toStranger, content)],
  speak: ({ to, kind, text }) => words(toAnyone, { to, kind, text }),
}
