import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Complaint } from '../complaint.ts'

/** The name under which a data folder's control socket can be reached; call `release` when it is no longer used. */
export interface ControlPath {
  /** What to hand to `net`: a path or a named pipe. */
  readonly address: string
  /** The file to remove when nobody listens any more; undefined where there is no file (Windows). */
  readonly file: string | undefined
  readonly release: () => void
}

/** The longest path that `sockaddr_un` holds: 108 bytes with the closing NUL on Linux, 104 on the BSDs and macOS. */
const longest = process.platform === 'linux' ? 107 : 103

/** Finds the socket of an existing data folder. Complains about a path that is too long where nothing shortens it. */
export function controlPath(folder: string): ControlPath {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(realpathSync.native(folder).toLowerCase()).digest('hex').slice(0, 32)
    return { address: `\\\\.\\pipe\\seekyou-${name}`, file: undefined, release: () => {} }
  }
  const file = join(resolve(folder), 'control.sock')
  if (Buffer.byteLength(file) <= longest) return { address: file, file, release: () => {} }
  if (process.platform !== 'linux') {
    throw new Complaint(
      `The path of the data folder ${folder} is too long for a socket: choose a shorter one with --data DIR.`,
    )
  }
  // An open folder has a short name of its own, whatever its path.
  const opened = openSync(folder, constants.O_DIRECTORY | constants.O_RDONLY)
  return { address: `/proc/self/fd/${opened}/control.sock`, file, release: () => closeSync(opened) }
}
