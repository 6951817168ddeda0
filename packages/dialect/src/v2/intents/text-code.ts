import { clientPackets, type Text } from '@seekyou/wire'
import { type Hearing, heardIn, type Words, words } from '../phrase.ts'

const { sendTextCode } = clientPackets

/** One command carries several wishes as plain words; this hears the wish that is written `wish`. */
export const heardInText = (wish: string): Hearing<object> =>
  heardIn(sendTextCode, ({ text }) => (says(text, wish) ? {} : undefined))

/** All clients send the code 5, whatever the words. */
export const textCode = (wish: string): Words =>
  words(sendTextCode, { text: Uint8Array.from(wish, (char) => char.charCodeAt(0)), code: 5 })

const says = (text: Text, wish: string): boolean =>
  text.length === wish.length && text.every((byte, index) => byte === wish.charCodeAt(index))
