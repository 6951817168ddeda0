import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }

/** A browser on the disk. */
export interface UnpackedBrowser {
  readonly program: string
  /** Libraries that a bare machine lacks. */
  readonly libraries: string
}

/**
 * Unpacks the browser that comes with the development tools, once for each user and version; whoever comes at the same time gets
 * the same. Its own way to do this keeps neither users nor processes apart.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const version = manifest.devDependencies['@sparticuz/chromium']
  const folder = join(tmpdir(), `seekyou-browser-${version}-${userInfo().username}`)
  if (!existsSync(folder)) {
    const part = mkdtempSync(`${folder}-`)
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', `await (await import('@sparticuz/chromium')).default.executablePath()`],
      // The name of this machine makes it unpack its libraries, too.
      { cwd: import.meta.dirname, env: { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
    )
    try {
      renameSync(part, folder)
    } catch (error) {
      rmSync(part, { recursive: true })
      if (!existsSync(folder)) throw error
    }
  }
  return { program: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') }
}
