import type { Event } from '@seekyou/language'
import type { Message, Refusal } from '../needs.ts'
import { notice } from './notice.ts'

const because: Readonly<Record<Refusal['because'] | 'overload' | 'tooFast' | 'slow', (to: number) => string>> = {
  unknown: (to) => `Your message to ${to} was not delivered: nobody has that number.`,
  full: (to) => `Your message to ${to} was not delivered: too many messages are waiting for that number already.`,
  fullOfSender: (to) =>
    `Your message to ${to} was not delivered: too many of your messages are waiting for that number already.`,
  overload: (to) =>
    `Your message to ${to} was not delivered: the server has too much to do. Please send it again later.`,
  tooFast: (to) =>
    `Your message to ${to} was not delivered: you send more than the server allows. Until what waits has gone out, others may be lost too.`,
  slow: (to) => `Your message to ${to} is waiting: the server cannot store messages just now and keeps trying.`,
}

/** What a sender is told about a message that could not be delivered or kept (version 2 has no error for it). */
export function refusedNotice({ to }: Pick<Message, 'to'>, why: keyof typeof because): Event<'messageArrived'> {
  return notice(because[why](to))
}
