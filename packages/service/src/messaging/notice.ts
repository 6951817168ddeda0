import { type Event, messageKind, systemUin } from '@seekyou/language'

/** Something that the server itself says, as a message of the system UIN. Plain ASCII, because it fits every code page. */
export function notice(sentence: string): Event<'messageArrived'> {
  const text = Uint8Array.from(sentence, (char) => char.charCodeAt(0) & 0x7f)
  return { name: 'messageArrived', from: systemUin, kind: messageKind.text, text }
}
