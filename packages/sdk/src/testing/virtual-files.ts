import { type VirtualClock, VirtualDisk } from '@seekyou/simulator'
import { CannotRead } from '../errors.ts'
import type { FileInput, Files } from '../world.ts'

/** Files in memory, by path. */
export type TestFiles = Map<string, Uint8Array>

/** The files of one client. What it receives is put beside the others, and never over one of them. */
export function virtualFiles(clock: VirtualClock, files: TestFiles, tell: (input: FileInput) => void): Files {
  const disk = new VirtualDisk(clock)
  const targets = new Map<number, Target>()
  disk.serve(tell)
  return {
    async offer(transfer, paths) {
      const found = paths.map((path) => {
        const bytes = files.get(path)
        if (!bytes) throw new CannotRead(path, 'there is no such file in this test network')
        return { name: lastPart(path), bytes }
      })
      disk.offer(transfer, found)
      return found.map(({ name, bytes }) => ({ name, size: bytes.length }))
    },
    accept(transfer, folder, nameOf) {
      targets.set(transfer, { folder, nameOf, paths: [] })
    },
    carryOut(outcome) {
      const before = disk.whole.length
      disk.carryOut(outcome)
      const received = disk.whole.slice(before)
      const target = targets.get(outcome.transfer)
      for (const { name, bytes } of target ? received : []) {
        const path = freePath(files, `${target!.folder}/${lastPart(target!.nameOf(bytesOf(name)))}`)
        files.set(path, bytes)
        target!.paths.push(path)
      }
    },
    async forget(transfer) {
      const { paths = [] } = targets.get(transfer) ?? {}
      targets.delete(transfer)
      return paths
    },
    close: () => disk.serve(() => {}),
  }
}

interface Target {
  readonly folder: string
  readonly nameOf: (name: Uint8Array) => string
  readonly paths: string[]
}

const lastPart = (path: string): string => path.split(/[\\/]/).at(-1)!

const bytesOf = (name: string): Uint8Array => Uint8Array.from(name, (char) => char.charCodeAt(0))

/** `notes.txt`, or else `notes (2).txt`, `notes (3).txt` … */
function freePath(files: TestFiles, path: string): string {
  const dot = path.lastIndexOf('.')
  const [stem, ending] = dot > path.lastIndexOf('/') + 1 ? [path.slice(0, dot), path.slice(dot)] : [path, '']
  let free = path
  for (let count = 2; files.has(free); count++) free = `${stem} (${count})${ending}`
  return free
}
