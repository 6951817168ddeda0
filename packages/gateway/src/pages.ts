// The built web pages, as a table of files: what is not in it cannot be asked for.
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { encodingFor, type Page, readPage } from './page.ts'

/** Answers requests for files. */
export interface Pages {
  /** What is to be said to a GET or HEAD of this path. Files of `assets/` may be kept for ever: their names change with them. */
  answer(path: string, headers: Headers): Promise<Response>
}

export interface PagesOptions {
  /** The folder in which the pages were built. It may come, go and change at any time. */
  readonly folder: string
  /** The file that stands for `/` and for every path that names no file. */
  readonly index: string
  /** Files that are never handed out. */
  readonly without: readonly string[]
}

const lookAgainMs = 1_000
const notBuilt = 'The web pages have not been built: npm run build'

export function openPages({ folder, index, without }: PagesOptions): Pages {
  let pages: ReadonlyMap<string, () => Promise<Page>> = new Map()
  let builtAt: number | undefined
  let lookedAt = Number.NEGATIVE_INFINITY

  async function look(): Promise<void> {
    const now = performance.now()
    if (now - lookedAt < lookAgainMs) return
    lookedAt = now
    const found = await stat(join(folder, index)).catch(() => undefined)
    if (found?.mtimeMs === builtAt) return
    pages = found ? await list(folder, without) : new Map()
    builtAt = found?.mtimeMs
  }

  return {
    async answer(path, headers) {
      await look()
      const file = fileOf(path)
      const page = file === undefined ? undefined : pages.get(file === '' ? index : file)
      if (page) return say(await page(), headers)
      const home = pages.get(index)
      if (!home) return sayPlainly(503, notBuilt)
      // An index that was read in the middle of a build may know files that come after it.
      if (file?.startsWith('assets/')) builtAt = undefined
      const isPlace = file !== undefined && !/\.[^/]*$/.test(file) && !file.startsWith('assets/')
      return isPlace ? say(await home(), headers) : sayPlainly(404, 'There is no such page.')
    },
  }
}

async function list(folder: string, without: readonly string[]): Promise<Map<string, () => Promise<Page>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const pages = new Map<string, () => Promise<Page>>()
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name)
    const name = relative(folder, file).split(sep).join('/')
    if (!entry.isFile() || without.includes(name)) continue
    let page: Promise<Page> | undefined
    pages.set(name, () => {
      page ??= readPage(file, name).catch((error) => {
        page = undefined
        throw error
      })
      return page
    })
  }
  return pages
}

/** `/assets/a%20b.js` as `assets/a b.js`. */
function fileOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1))
  } catch {
    return undefined
  }
}

async function say({ type, isImmutable, tag, bytes, packed }: Page, asked: Headers): Promise<Response> {
  const encoding = encodingFor(type, bytes.length, asked.get('accept-encoding') ?? '')
  const etag = encoding ? `"${tag}-${encoding}"` : `"${tag}"`
  const headers = new Headers({
    'Content-Type': type,
    'Cache-Control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  })
  const known = asked
    .get('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) return new Response(null, { status: 304, headers })
  if (encoding) headers.set('Content-Encoding', encoding)
  const body = encoding ? await packed(encoding) : bytes
  headers.set('Content-Length', String(body.length))
  return new Response(body, { headers })
}

/** A page of one sentence, for people. */
export const sayPlainly = (status: number, sentence: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Seekyou</title><p>${sentence}</p></html>\n`,
    {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    },
  )
