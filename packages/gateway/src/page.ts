import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How a body may be packed. */
export type Encoding = 'br' | 'gzip'

/** One file of the web pages. */
export interface Page {
  readonly type: string
  /** Another content would have another name. */
  readonly isImmutable: boolean
  /** Changes with the content. */
  readonly tag: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Packed once, when first asked for. */
  packed(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Less is not worth it. */
const packedFrom = 512

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Reads a file; `name` is its path within the pages. */
export async function readPage(file: string, name: string): Promise<Page> {
  const bytes = await readFile(file)
  const packings = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    isImmutable: name.startsWith('assets/'),
    tag: hash('sha256', bytes, 'base64url').slice(0, 16),
    bytes,
    packed(encoding) {
      const packing = packings.get(encoding) ?? pack(bytes, encoding)
      packings.set(encoding, packing)
      return packing
    },
  }
}

/** How a body of this type and length goes to whoever says `accepted` (an Accept-Encoding header). */
export function encodingFor(type: string, bytes: number, accepted: string): Encoding | undefined {
  if (bytes < packedFrom || !(type.startsWith('text/') || /json|svg/.test(type))) return undefined
  const offers = accepted
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim())
  const isAccepted = (encoding: Encoding): boolean =>
    offers.some((offer) => new RegExp(`^${encoding}\\s*(;\\s*q=(?!0(\\.0*)?$).*)?$`).test(offer))
  return isAccepted('br') ? 'br' : isAccepted('gzip') ? 'gzip' : undefined
}

const pack = (bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> =>
  encoding === 'br'
    ? brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    : zip(bytes, { level: 9 })
