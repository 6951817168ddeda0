// Prints which links of our pages lead nowhere, and which promises no test stands behind: `node tools/links/main.ts`. Exit code 1
// when there is any.
import { join } from 'node:path'
import { checkLinks } from './check-links.ts'

const { findings, pages, links } = checkLinks(join(import.meta.dirname, '..', '..'))
for (const { file, line, problem, remedy } of findings) console.log(`${file}:${line}  ${problem}\n  → ${remedy}`)
console.log(`${pages} pages, ${links} links, ${findings.length} errors`)
process.exitCode = findings.length > 0 ? 1 : 0
