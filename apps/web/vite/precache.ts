import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig, Rolldown } from 'vite'

/**
 * Tells the service worker (the entry `worker`) the files of the page `page`: everything that its entry imports, at once or later,
 * and the files of `public`; `without` are those that it never asks for. A change of anything is another version.
 */
export function precache({ page, worker, without }: PrecacheOptions): Plugin {
  let config: ResolvedConfig
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const entry = chunksOf(bundle).find(({ isEntry, name }) => isEntry && name === page)
        const own = chunksOf(bundle).find(({ isEntry, name }) => isEntry && name === worker)
        if (entry === undefined || own === undefined) throw new Error(`there is no ${page} or no ${worker} to build`)
        const built = [...filesOf(entry, bundle)].map((name) => `/${name}`)
        const files = [...built, ...filesUnder(config.publicDir)].filter((path) => !without.test(path)).sort()
        const version = createHash('sha256')
        for (const name of Object.keys(bundle).sort()) version.update(contentOf(bundle[name]!))
        for (const path of filesUnder(config.publicDir)) version.update(readFileSync(join(config.publicDir, path)))
        const told = JSON.stringify({ version: version.digest('hex').slice(0, 16), files })
        own.code = `(()=>{const precache=${told};\n${own.code}})()\n`
      },
    },
  }
}

interface PrecacheOptions {
  readonly page: string
  readonly worker: string
  readonly without: RegExp
}

const chunksOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((one) => one.type === 'chunk')

/** A chunk, everything that it imports, and the style sheets and files that belong to them. */
function filesOf(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  found: Set<string> = new Set(),
): Set<string> {
  if (found.has(chunk.fileName)) return found
  found.add(chunk.fileName)
  for (const name of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])])
    found.add(name)
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
    const imported = bundle[name]
    if (imported?.type === 'chunk') filesOf(imported, bundle, found)
  }
  return found
}

const contentOf = (one: Rolldown.OutputAsset | Rolldown.OutputChunk): string | Uint8Array =>
  one.type === 'chunk' ? one.code : one.source

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort()
