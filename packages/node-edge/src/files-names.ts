import { createHash } from 'node:crypto'
import { dirname, extname, join, resolve } from 'node:path'
import type { Wanted } from './files-incoming.ts'

/** Most file systems take 255 bytes; room is left for a number or the name of a part. */
const bytesMax = 180

/** A name that means one file in its own folder and nothing else, on any system. What is safe already stays as it is. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*/\\]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .trim()
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain)
  const short = shortened(isDevice ? `_${plain}` : plain || 'file')
  // Else somebody could send the beginning of what another one will send.
  return partNames.test(short) ? `${short}_` : short
}

const partNames = /\.\d+-\d+-[0-9a-f]{12}(-\d+)?\.part$/i

/** `song.mp3`, `song (2).mp3`, `song (3).mp3` … */
export function freeName(name: string, count: number): string {
  if (count === 1) return name
  const end = extname(name)
  return `${name.slice(0, name.length - end.length)} (${count})${end}`
}

/** The name of the part of a file: the same for the same sender, name and size. `count`: when several are open at once. */
export function partName({ name, from, size }: Wanted, count: number): string {
  const mark = createHash('sha256').update(`${from} ${size} ${name}`).digest('hex').slice(0, 12)
  return `${name}.${from}-${size}-${mark}${count > 1 ? `-${count}` : ''}.part`
}

/** The path of a name in a folder. Throws when it would lead out of it. */
export function pathIn(folder: string, name: string): string {
  const path = resolve(folder, name)
  if (dirname(path) !== resolve(folder) || path !== join(resolve(folder), name)) {
    throw new Error(`${name} does not stay in its folder`)
  }
  return path
}

/** Shortened in front of its extension, so that it fits. */
function shortened(name: string): string {
  let end = extname(name)
  if (Buffer.byteLength(end) > 20) end = ''
  const letters = [...name.slice(0, name.length - end.length)]
  while (Buffer.byteLength(letters.join('')) + Buffer.byteLength(end) > bytesMax) letters.pop()
  return letters.join('') + end
}
