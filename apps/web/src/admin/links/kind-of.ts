import type { PacketView } from '@seekyou/wire'

/** What a field is, for the way it is underlined. */
export type Kind = 'frame' | 'cmd' | 'uin' | 'len' | 'text' | 'kind'

export function kindOf({ field, type }: PacketView['rows'][number]): Kind {
  if (/command|code$/i.test(field)) return 'cmd'
  if (/^(version|sequence|number|checkcode|check)/i.test(field)) return 'frame'
  if (/uin|contact|^to$|^from$|sender/i.test(`${field} ${type}`)) return 'uin'
  if (/text|string|bytes|password|nick|name|mail/i.test(`${field} ${type}`)) return 'text'
  return /length|count/i.test(field) ? 'len' : 'kind'
}
