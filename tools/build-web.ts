// Builds the web pages unless what was built is newer than everything that it was built from: `npm run build`.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

const root = join(import.meta.dirname, '..')
const web = join(root, 'apps/web')
const built = join(web, 'dist')
const parts = ['src', 'public', 'vite', 'vite.config.ts', 'index.html', 'admin.html'].map((name) => `apps/web/${name}`)
const sources = [...parts, 'packages', 'package-lock.json']

const builtAt = existsSync(join(built, 'index.html')) ? statSync(join(built, 'index.html')).mtimeMs : 0
if (sources.some((path) => newestUnder(join(root, path)) > builtAt)) {
  const begun = new Date()
  // A server that hands out the pages meanwhile must not see half of them.
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const part = mkdtempSync(join(cache, 'web-'))
  try {
    const { ok, output, seconds } = await runProgram('vite', ['build', web, '--outDir', part, '--logLevel', 'warn'])
    if (ok) {
      // What is changed during the build is not in it.
      utimesSync(join(part, 'index.html'), begun, begun)
      rmSync(built, { recursive: true, force: true })
      try {
        renameSync(part, built)
      } catch (error) {
        // Somebody else has built them in the same moment.
        if (!existsSync(join(built, 'index.html'))) throw error
      }
      console.log(`built the web pages in ${seconds.toFixed(1)} s`)
    } else {
      console.error(output)
      process.exitCode = 1
    }
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}

function newestUnder(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inner = readdirSync(path).filter((name) => name !== 'node_modules')
  return Math.max(0, ...inner.map((name) => newestUnder(join(path, name))))
}
