import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkArchitecture } from './check-architecture.ts'

test('a whole tree is read, installed packages are not, and findings come in order', () => {
  const root = mkdtempSync(join(tmpdir(), 'architecture-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  try {
    for (const room of ['apps', 'bench', 'e2e', 'interop', 'tools']) mkdirSync(join(root, room))
    write('packages/wire/package.json', '{ "dependencies": { "zod": "1" } }')
    write('packages/wire/src/index.ts', `import './a.ts'\nDate.now()`)
    write('packages/wire/node_modules/x/Bad_Name.js', `import 'node:fs'`)
    const { findings, files } = checkArchitecture(root)
    expect(files).toBe(1)
    expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'packages/wire/package.json:1',
      'packages/wire/src/index.ts:2',
    ])
  } finally {
    rmSync(root, { recursive: true })
  }
})
