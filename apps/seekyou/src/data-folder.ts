import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { Complaint, codeOf } from './complaint.ts'

/** Where a user's data lives when nobody says otherwise, as each system likes it. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'seekyou')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'seekyou')
  // The XDG base directory specification: a relative path is to be ignored.
  const xdg = env.XDG_DATA_HOME
  return posix.join(xdg?.startsWith('/') ? xdg : posix.join(home, '.local', 'share'), 'seekyou')
}

/** Makes the folder, for its owner only, unless it is there; complains when it cannot be written to. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Complaint(`The data folder ${folder} cannot be used (${reason(error)}): choose another with --data DIR.`)
  }
}

/** Complains when there is no such folder: a command that only looks must not make one. */
export function expectDataFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Complaint(
      `There is no data folder ${folder}: start the server or add an account first, or name another folder with --data DIR.`,
    )
  }
}

function reason(error: unknown): string {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission to write there'
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'something else is in its place'
  return error instanceof Error ? error.message : String(error)
}
