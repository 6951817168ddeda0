import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, finding } from '../architecture/finding.ts'
import { type Page, readPage } from './page.ts'
import { proofs } from './proofs.ts'
import { type Places, resolveLink } from './resolve-link.ts'

/** Reads every page of Markdown under `root` and follows its links to files and headings. Sorted by file and line. */
export function checkLinks(root: string): {
  readonly findings: readonly Finding[]
  readonly pages: number
  readonly links: number
} {
  const files = [...pagesUnder(root, '')]
  const pages = new Map(files.map((file) => [file, readPage(file, readFileSync(join(root, file), 'utf8'))]))
  const places: Places = {
    pages,
    what: (path) => {
      const found = statSync(join(root, path), { throwIfNoEntry: false })
      return found && (found.isDirectory() ? 'folder' : 'file')
    },
    textOf: (path) => readFileSync(join(root, path), 'utf8'),
  }
  const findings = [...pages.values()].flatMap((page) => findingsOn(page, places))
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  const links = [...pages.values()].reduce((sum, page) => sum + page.links.length, 0)
  return { findings, pages: pages.size, links }
}

function findingsOn(page: Page, places: Places): Finding[] {
  const wrong = page.links.flatMap((link) => {
    const to = resolveLink(link, page, places)
    return to !== 'elsewhere' && 'problem' in to ? [finding(page.file, link.line, to.problem, to.remedy)] : []
  })
  const unproven = proofs(page, (link) => {
    const to = resolveLink(link, page, places)
    return to !== 'elsewhere' && 'path' in to ? to.path : undefined
  })
  return [...wrong, ...unproven]
}

function* pagesUnder(root: string, path: string): Generator<string> {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist' && !entry.name.startsWith('.'))
        yield* pagesUnder(root, inner)
    } else if (entry.name.endsWith('.md')) yield inner
  }
}
