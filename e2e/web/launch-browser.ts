import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { unpackBrowser } from './unpack-browser.ts'

/** The browser that comes with the development tools; on other machines than its own kind, the Chrome that is installed there. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' })
  const { program, libraries } = await unpackBrowser()
  // Root, and users of most containers, cannot have the sandbox.
  const options: LaunchOptions = { executablePath: program, chromiumSandbox: false, args: ['--disable-gpu'] }
  return chromium
    .launch(options)
    .catch(() => chromium.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: libraries } }))
}
