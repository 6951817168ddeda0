import { messageKind, plainKind, type Text } from '@seekyou/language'
import type { Present } from '../presence/present.ts'
import { joinFields, profileFields } from './profile-fields.ts'
import { textMax } from './split-text.ts'

const separator = 0xfe
/** How many fields clients expect in the kinds that introduce their sender: nick, first, last, e-mail, authorization, and a reason. */
const fieldsOf: ReadonlyMap<number, number> = new Map([
  [messageKind.authorizationRequest, 6],
  [messageKind.youWereAdded, 5],
])

/**
 * The text of a message that introduces its sender, with what its client left out taken from the sender's profile. Every other
 * text as it is. A text without any separator is a reason.
 * COMPAT mICQ 0.2.5, icqlib: crash when a field is missing. COMPAT a Visual Basic client: leaves the last field out.
 */
export function completeFields(kind: number, text: Text, sender: Present | undefined): Text {
  const wanted = fieldsOf.get(plainKind(kind))
  if (wanted === undefined || !sender) return text
  const given = split(text)
  if (given.length >= wanted) return text
  const own = profileFields(sender.info, sender.settings.publishesEmail)
  if (given.length === 1) return joinFields(wanted > own.length ? [...own, fitting(own, text)] : own)
  const whole = joinFields([...given, ...[...own, empty].slice(given.length, wanted)])
  return whole.length <= textMax ? whole : joinFields([...own, empty].slice(0, wanted))
}

const empty = new Uint8Array(0)

/** As much of a reason as there is room for behind the other fields. */
const fitting = (own: readonly Text[], reason: Text): Text =>
  reason.subarray(0, Math.max(0, textMax - own.reduce((sum, { length }) => sum + length + 1, 0)))

function split(text: Text): Text[] {
  const fields: Text[] = []
  let start = 0
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
    fields.push(text.subarray(start, at))
    start = at + 1
  }
  return [...fields, text.subarray(start)]
}
