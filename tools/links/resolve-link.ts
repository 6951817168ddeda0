import { posix } from 'node:path'
import type { Link, Page } from './page.ts'

/** What a link can lead to. Paths are relative to the repository's root, with forward slashes. */
export interface Places {
  readonly pages: ReadonlyMap<string, Page>
  /** Undefined when there is neither file nor folder of this name. */
  what(path: string): 'file' | 'folder' | undefined
  textOf(path: string): string
}

/** Where a link leads, or what is wrong with it. */
export type Resolved = { readonly path: string } | { readonly problem: string; readonly remedy: string } | 'elsewhere'

/** Follows a link of a page. Addresses of other sites are not followed. */
export function resolveLink({ target, title }: Link, page: Page, places: Places): Resolved {
  if (/^([a-z][a-z+.-]*:|\/\/)/i.test(target)) return 'elsewhere'
  const [written = '', anchor] = target.split('#')
  const path = written === '' ? page.file : posix.join(posix.dirname(page.file), decodeURI(written))
  if (written.startsWith('/') || path.startsWith('..')) {
    return { problem: `${target} leaves the repository`, remedy: 'link to a file of this repository, or to a site' }
  }
  const what = places.what(path.replace(/\/$/, ''))
  if (!what)
    return { problem: `${target} leads nowhere`, remedy: `there is no ${path}: correct the path, or take it out` }
  if (anchor) {
    const anchors = places.pages.get(path)?.anchors
    const isThere = anchors ? anchors.has(anchor) : isLineOf(path, anchor, places)
    if (!isThere) return { problem: `${target} leads to no heading of ${path}`, remedy: nearest(anchor, anchors) }
  }
  if (title !== '' && path.endsWith('.test.ts') && !places.textOf(path).includes(title)) {
    return { problem: `${path} has no test "${title}"`, remedy: 'copy the name of the test from the file' }
  }
  return { path: path.replace(/\/$/, '') }
}

function isLineOf(path: string, anchor: string, places: Places): boolean {
  const line = Number(/^L(\d+)$/.exec(anchor)?.[1])
  return places.what(path) === 'file' && line >= 1 && line <= places.textOf(path).split('\n').length
}

/** Headings that share the most words come first. */
function nearest(anchor: string, anchors: ReadonlySet<string> = new Set()): string {
  const words = new Set(anchor.split('-'))
  const shared = (other: string): number => other.split('-').filter((word) => words.has(word)).length
  const [best] = [...anchors].filter((other) => shared(other) > 0).sort((a, b) => shared(b) - shared(a))
  return best === undefined ? 'take the # and what follows away' : `did you mean #${best}?`
}
