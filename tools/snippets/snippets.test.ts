import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../run-program.ts'
import { atHand } from './at-hand.ts'
import { type Block, blocksOf } from './blocks.ts'

const root = join(import.meta.dirname, '..', '..')
const pages = ['README.md', 'packages/sdk/README.md', 'docs/sdk/guide.md', 'docs/sdk/bots.md', 'docs/sdk/recipes.md']
const blocks = pages.flatMap((page) => blocksOf(root, page))

test('every block of TypeScript in the pages about the library is understood by the compiler', {
  timeout: 120_000,
}, async () => {
  expect(new Set(blocks.map(({ page }) => page))).toEqual(new Set(pages))
  expect(await objections(blocks)).toEqual([])
})

test('a block that is wrong is named by its page and line', { timeout: 120_000 }, async () => {
  const wrong = [
    { page: 'docs/a.md', line: 7, code: 'const wide = 1\nann.sent(1002)' },
    { page: 'docs/b.md', line: 3, code: 'await ann.send(1002, "Hello")' },
  ]
  expect(await objections(wrong)).toEqual([expect.stringMatching(/^docs\/a\.md:8: .*'sent'/)])
})

/** What the compiler says of blocks, each of which stands alone. */
async function objections(blocks: readonly Block[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [index, { code }] of blocks.entries()) writeFileSync(join(folder, `${index}.ts`), `${code}\nexport {}\n`)
  writeFileSync(join(folder, 'at-hand.ts'), declared())
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const include = blocks.map((_, index) => `${index}.ts`)
  const tsconfig = { extends: join(root, 'tsconfig.json'), include: [...include, 'at-hand.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  const { output } = await runProgram('tsc', ['--pretty', 'false', '--project', folder])
  const said = output.split('\n').filter((line) => line !== '' && !line.startsWith(' '))
  return said.map((line) => {
    const [, index, at, problem] = /(\d+)\.ts\((\d+),\d+\): (.*)/.exec(line) ?? []
    const block = blocks[Number(index)]
    return block ? `${block.page}:${block.line + Number(at) - 1}: ${problem}` : line
  })
}

/** Globals, so that a block may have names of its own instead. */
function declared(): string {
  const lines = Object.entries(atHand).map(([name, type]) => `  const ${name}: ${type}`)
  return ['export {}', 'declare global {', ...lines, '}', '']
    .join('\n')
    .replaceAll("'../../", `'${root.replaceAll('\\', '/')}/`)
}
