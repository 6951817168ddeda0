// The pages that only tests need, built and handed out under the same policy as the real ones.
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runProgram } from '../../tools/run-program.ts'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'node_modules/.cache/web-testing')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Builds and hands out the page of src/device/testing. `url` is its address once the tests have begun. */
export function useDevicePage(): { readonly url: string } {
  let server: Server | undefined
  beforeAll(async () => {
    const { ok, output } = await runProgram('vite', [
      'build',
      'apps/web',
      '--mode',
      'testing',
      '--logLevel',
      'warn',
      '--emptyOutDir',
      '--outDir',
      built,
    ])
    if (!ok) throw new Error(output)
    server = createServer(async ({ url = '/' }, response) => {
      const path = new URL(url, 'http://localhost').pathname
      const body = await readFile(join(built, path)).catch(() => undefined)
      response.writeHead(body === undefined ? 404 : 200, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
      })
      response.end(body)
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  }, 120_000)
  afterAll(() => server?.close())
  return {
    get url() {
      if (server === undefined) throw new Error('the page is built before the tests, not while they are collected')
      const { port } = server.address() as AddressInfo
      return `http://localhost:${port}/testing.html`
    },
  }
}
