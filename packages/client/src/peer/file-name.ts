import type { Text } from '@seekyou/language'

/** The longest name that is let through, in bytes; most disks take 255, and something may be added to find a free one. */
export const fileNameMax = 200

/**
 * A name that may be given to a file, from what a peer says: the last component of a path of any system, without what some
 * system forbids or hides. Never empty, at most `fileNameMax` bytes; a name that is fine already stays as it is, and bytes above
 * 7F stay whatever their code page makes of them (docs/protocol/peer.md: only the last part counts).
 */
export function fileName(said: Text): Text {
  const visible = said.filter((byte) => byte >= 0x20 && byte !== 0x7f)
  // As Latin-1 every byte is one character.
  const path = Array.from(visible, (byte) => String.fromCharCode(byte)).join('')
  const components = path.split(/[/\\:]/).map((component) => trimmed(component.replace(/[<>"|?*]/g, '_')))
  const name = shortened(components.findLast((component) => component !== '') ?? 'file')
  return Uint8Array.from(reserved.test(name) ? shortened(`_${name}`) : name, (char) => char.charCodeAt(0))
}

/** Windows keeps these for devices, whatever follows the first dot. ¹, ² and ³ count as digits there. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\xb9\xb2\xb3])[ .]*(\.|$)/i

/** Dots in front hide a file; dots and blanks at the end are dropped by Windows. */
function trimmed(component: string): string {
  let start = 0
  let end = component.length
  while (start < end && isDotOrBlank(component[start]!)) start++
  while (end > start && isDotOrBlank(component[end - 1]!)) end--
  return component.slice(start, end)
}

const isDotOrBlank = (char: string): boolean => char === '.' || char === ' '

/** Shortened before its extension, so that what kind of file it is stays visible. */
function shortened(name: string): string {
  if (name.length <= fileNameMax) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 20 ? name.slice(dot) : ''
  return trimmed(name.slice(0, fileNameMax - extension.length)) + extension
}
