// Disks in a test's hands: full, read-only or slow as real ones are, by the system's own means.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const megabytes = 4

/** Where a server may keep its data, and how to let nothing more be written there. */
export interface LittleDisk {
  /** An empty folder. */
  readonly data: string
  /** From here on the process with this number can write nothing more. */
  fill(pid: number): void
  /** There is room again. */
  free(pid: number): void
  remove(): Promise<void>
}

/** A kind of disk. `isHere`: whether this machine and this user can have one. */
export interface DiskKind {
  readonly name: string
  readonly isHere: boolean
  make(): Promise<LittleDisk>
}

const newFolder = () => mkdtemp(join(tmpdir(), 'seekyou-disk-'))
const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { stdio: 'pipe' })

/** The system forbids one process to write to files: everybody may do that to their own processes. */
const limitedFiles: DiskKind = {
  name: 'a process that may write nothing more',
  isHere: true,
  async make() {
    const data = await newFolder()
    return {
      data,
      fill: (pid) => run('prlimit', '--pid', String(pid), '--fsize=0:'),
      free: (pid) => run('prlimit', '--pid', String(pid), '--fsize=unlimited:'),
      remove: () => rm(data, { recursive: true, force: true }),
    }
  },
}

/** A file system of a few megabytes, really full: only an administrator can mount one. */
const smallFileSystem: DiskKind = {
  name: 'a small file system that is full',
  isHere: canMount(),
  async make() {
    const data = await newFolder()
    mount(data)
    const filler = join(data, 'filler')
    return {
      data,
      fill() {
        try {
          writeFileSync(filler, Buffer.alloc(megabytes * 2 ** 20))
          throw new Error('the disk took more than it holds')
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      },
      free: () => rmSync(filler),
      async remove() {
        run('umount', '--lazy', data)
        await rm(data, { recursive: true, force: true })
      },
    }
  },
}

/** Every kind of disk that there is here; the first one is everywhere. */
export const disks: readonly DiskKind[] = [limitedFiles, smallFileSystem].filter(({ isHere }) => isHere)

if (!smallFileSystem.isHere) console.warn(`Without the right to mount, there is no test on ${smallFileSystem.name}.`)

function mount(folder: string): void {
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder)
}

function canMount(): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    const folder = run('mktemp', '-d').toString().trim()
    mount(folder)
    run('umount', folder)
    rmSync(folder, { recursive: true })
    return true
  } catch {
    return false
  }
}
