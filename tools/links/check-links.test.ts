import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLinks } from './check-links.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const problems = () => checkLinks(root).findings.map(({ file, line, problem }) => `${file}:${line} ${problem}`)
const remedies = () => checkLinks(root).findings.map(({ remedy }) => remedy)

test('files, folders, headings, lines and other sites may be linked to', () => {
  write('packages/a/README.md', '# A\n')
  write('src/b.ts', 'one\ntwo')
  write('docs/c.md', '# What `a_b` means: two & three\n\n## Same\n\n## Same\n\n<a id="named"></a>\n')
  write(
    'README.md',
    `[a](packages/a) [a](packages/a/) [b](src/b.ts#L2) [c](docs/c.md#what-a_b-means-two--three)
[first](docs/c.md#same) [second](docs/c.md#same-1) [named](<docs/c.md#named>) [here](#here) [site](https://example.org/x#y)
<img src="src/b.ts"> ![b](src/b.ts "a picture") [broken
over lines](docs/c.md)

[later]: docs/c.md

# Here`,
  )
  expect(checkLinks(root)).toEqual({ findings: [], pages: 3, links: 13 })
})

test('what leads nowhere is named with its line', () => {
  write('docs/a.md', '# One thing\n')
  write('b/c.ts', 'one')
  write(
    'README.md',
    `# R\n\n[x](docs/b.md) [y](docs/a.md#thing)\n[z](../z.md) [z](/docs/a.md) [l](b/c.ts#L2)\n[q](#r-s)`,
  )
  expect(problems()).toEqual([
    'README.md:3 docs/b.md leads nowhere',
    'README.md:3 docs/a.md#thing leads to no heading of docs/a.md',
    'README.md:4 ../z.md leaves the repository',
    'README.md:4 /docs/a.md leaves the repository',
    'README.md:4 b/c.ts#L2 leads to no heading of b/c.ts',
    'README.md:5 #r-s leads to no heading of README.md',
  ])
  expect(remedies()[1]).toBe('did you mean #one-thing?')
})

test('code is no link, and installed packages are not read', () => {
  write('README.md', '`[x](no.md)`\n\n```\n[y](no.md)\n# No heading\n```\n\n~~~~\n```\n[z](no.md)\n~~~~\n')
  write('node_modules/x/README.md', '[x](no.md)')
  expect(checkLinks(root)).toEqual({ findings: [], pages: 1, links: 0 })
})

test('a link to a test may name it, and then it must be there', () => {
  write('src/a.test.ts', `test('five are allowed', () => {})`)
  write('README.md', '[a](src/a.test.ts "five are allowed")\n[a](src/a.test.ts "six are allowed")')
  expect(problems()).toEqual(['README.md:2 src/a.test.ts has no test "six are allowed"'])
})

test('every row of a table of proofs has a link to a test, every row of one of figures to a program', () => {
  write('src/a.test.ts', '')
  write('src/a.ts', '')
  write(
    'docs/promises.md',
    `| promise | proven by |
| --- | --- |
| one | [a](../src/a.test.ts) |
| [two](../src/a.test.ts) | [a](../src/a.ts) |
| three \\| \`|\` | [b](../src/b.test.ts) |

| figure | measured by |
| --- | --- |
| fast | [a](../src/a.ts) |
| light | by hand |

| anything | else |
| --- | --- |
| x | y |`,
  )
  write('docs/threat-model.md', '# Nothing')
  expect(problems()).toEqual([
    'docs/promises.md:4 nothing that exists is named in the column "proven by"',
    'docs/promises.md:5 ../src/b.test.ts leads nowhere',
    'docs/promises.md:5 nothing that exists is named in the column "proven by"',
    'docs/promises.md:10 nothing that exists is named in the column "measured by"',
    'docs/threat-model.md:1 no table with a column "proven by"',
  ])
})
