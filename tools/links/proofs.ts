import { type Finding, finding } from '../architecture/finding.ts'
import type { Link, Page } from './page.ts'

/** A column whose every cell must have a link of a kind, and what that kind is. */
const columns = [
  { head: 'proven by', wanted: /\.test\.ts$/, remedy: 'link to the test that proves it, or do not promise it' },
  { head: 'measured by', wanted: /\.ts$/, remedy: 'link to the program that measures it' },
]

/** These pages are about proofs: without a column `proven by` nobody would notice that one is missing. */
const pagesOfProofs = ['docs/promises.md', 'docs/threat-model.md']

/** Promises without a proof. `pathOf` says to which file of the repository a link leads, if to any. */
export function proofs(page: Page, pathOf: (link: Link) => string | undefined): Finding[] {
  const found: Finding[] = []
  const isAboutProofs = pagesOfProofs.includes(page.file)
  if (isAboutProofs && !page.rows.some(({ cells }) => cells.has('proven by')))
    found.push(finding(page.file, 1, 'no table with a column "proven by"', 'name the column with the proofs so'))
  for (const { line, cells } of page.rows) {
    for (const { head, wanted, remedy } of columns) {
      const links = cells.get(head)
      if (links && !links.some((link) => wanted.test(pathOf(link) ?? '')))
        found.push(finding(page.file, line, `nothing that exists is named in the column "${head}"`, remedy))
    }
  }
  return found
}
