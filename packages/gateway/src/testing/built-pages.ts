import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** A folder with pages as they are built. Gone after the test. */
export function builtPages(onTestFinished: TestContext['onTestFinished']) {
  const folder = mkdtempSync(join(tmpdir(), 'seekyou-pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: string): void => {
    mkdirSync(join(folder, 'app', 'assets'), { recursive: true })
    writeFileSync(join(folder, 'app', name), content)
  }
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody')
  return {
    app: join(folder, 'app'),
    write,
    build() {
      write('index.html', '<!doctype html><title>the application</title>')
      write('admin.html', '<!doctype html><title>the admin pages</title>')
      write('manifest.webmanifest', '{}')
      write('assets/client-1.js', `console.log('${'hello '.repeat(500)}')\n`)
      write('assets/face-1.woff2', 'a face')
    },
  }
}
