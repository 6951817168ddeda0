import { type Intent, messageKind, plainKind, systemUin } from '@seekyou/language'
import { grantedBy, isToldAlready } from '../contacts/said-about-contacts.ts'
import type { Context, Handler } from '../handler.ts'
import { type Effects, nothing } from '../told.ts'
import { completeFields } from './complete-fields.ts'
import { notice } from './notice.ts'
import { splitText, textMax } from './split-text.ts'

/** Delivers a message to someone who is here, and keeps it for someone who is not. Answers to the server itself are dropped. */
export const sendMessage: Handler<'sendMessage'> = (intent, context) => {
  const { to, kind } = intent
  if (to === systemUin || isToldAlready(intent, context)) return nothing
  if (intent.text.length > textMax) return sendLongMessage(intent, context)
  const text = completeFields(kind, intent.text, context.presence.get(context.user))
  return { messages: [{ to, from: context.user, kind, text, at: context.wall }], ...grantedBy(intent, context) }
}

/**
 * Text may be cut into several messages, nothing else may.
 * COMPAT Program D: a body above 497 bytes breaks it, and no original client sends more than 450 (docs/protocol/limits.md).
 */
function sendLongMessage({ to, kind, text }: Intent<'sendMessage'>, { user, wall }: Context): Effects {
  if (plainKind(kind) !== messageKind.text) {
    return { answers: [notice(`Your message to ${to} was not sent: it is longer than ${textMax} bytes.`)] }
  }
  return { messages: splitText(text).map((part) => ({ to, from: user, kind, text: part, at: wall })) }
}
