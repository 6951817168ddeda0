import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { houseRules } from './house-rules.ts'
import { manifests } from './manifests.ts'
import { purity } from './purity.ts'
import { readSource } from './source.ts'
import { whoMayImport } from './who-may-import.ts'

const rooms = ['packages', 'apps', 'bench', 'e2e', 'interop', 'tools']

/** Reads every source file and manifest under `root` and holds them against the house rules. Sorted by file and line. */
export function checkArchitecture(root: string): { readonly findings: readonly Finding[]; readonly files: number } {
  const paths = rooms.flatMap((room) => [...filesUnder(root, room)])
  const sources = paths
    .filter((path) => /\.[tj]sx?$/.test(path))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
  const found = sources.flatMap((source) => [...whoMayImport(source), ...purity(source), ...houseRules(source)])
  for (const file of paths.filter((path) => /^(packages|apps)\/[^/]+\/package\.json$/.test(path))) {
    const room = file.slice(0, -'/package.json'.length)
    found.push(...manifests({ file, room, text: readFileSync(join(root, file), 'utf8') }, sources))
  }
  found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  return { findings: found, files: sources.length }
}

function* filesUnder(root: string, path: string): Generator<string> {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== 'dist' && !entry.name.startsWith('.'))
        yield* filesUnder(root, inner)
    } else yield inner
  }
}
