import type { DissectedRow } from '@seekyou/wire'

/** What a field is, by which it is told apart in the table and among the bytes. */
export type Tint = 'frame' | 'command' | 'uin' | 'number' | 'text' | 'address' | 'bytes'

/** Tints of a type of field; the frame's fields have their own. */
export function tintOf({ field, type, offset }: Pick<DissectedRow, 'field' | 'type' | 'offset'>): Tint {
  if (field === 'command') return 'command'
  if (offset < 6 && (field === 'version' || field === 'sequence')) return 'frame'
  if (type.startsWith('uin')) return 'uin'
  if (type === 'text') return 'text'
  if (type === 'ip4') return 'address'
  return type === 'bytes' || type.startsWith('unknown') ? 'bytes' : 'number'
}
