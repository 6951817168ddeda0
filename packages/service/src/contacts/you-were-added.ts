import { messageKind, systemUin, type Uin } from '@seekyou/language'
import type { Context } from '../handler.ts'
import { joinFields, profileFields } from '../messaging/profile-fields.ts'
import type { NewMessage } from '../told.ts'
import { mayServerTell } from './additions.ts'

/** The message that tells a contact whose list they are on, with the profile of the one who added them; none to oneself. */
export function youWereAdded(contact: Uin, { user, now, wall, presence }: Context): NewMessage[] {
  const adder = presence.get(user)
  if (!adder || contact === user || contact === systemUin || !mayServerTell(adder, contact, now)) return []
  const text = joinFields(profileFields(adder.info, adder.settings.publishesEmail))
  return [{ to: contact, from: user, kind: messageKind.youWereAdded, text, at: wall }]
}
