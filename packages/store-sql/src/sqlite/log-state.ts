import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'

/**
 * `none`: nothing in it. `inUse`: its owner did not close it. `unreadable`: its head is damaged, so SQLite would take it for
 * empty and overwrite it. `orphaned`: the database that it belongs to is gone, and SQLite would delete it.
 */
export type LogState = 'none' | 'inUse' | 'unreadable' | 'orphaned'

const headBytes = 32
const magic = 0x377f0682

/** What is to be expected of the write-ahead log beside a database file. */
export function logState(file: string): LogState {
  const log = `${file}-wal`
  const head = readHead(log)
  if (!head) return 'none'
  // A power cut may leave zeros where nothing has been synced, and so nothing acknowledged.
  if (isZero(head) && isZero(readFileSync(log))) return 'none'
  // A file of one byte is as good as empty to SQLite.
  if (sizeOf(file) <= 1) return 'orphaned'
  return isSound(new DataView(head.buffer)) ? 'inUse' : 'unreadable'
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

function readHead(log: string): Uint8Array | undefined {
  if (sizeOf(log) < headBytes) return undefined
  const head = new Uint8Array(headBytes)
  const descriptor = openSync(log, 'r')
  try {
    return readSync(descriptor, head) === headBytes ? head : undefined
  } finally {
    closeSync(descriptor)
  }
}

/** The head and its checksum, as https://sqlite.org/fileformat2.html#the_write_ahead_log has them. */
function isSound(head: DataView): boolean {
  const first = head.getUint32(0)
  if (first !== magic && first !== magic + 1) return false
  const isLittleEndian = first === magic
  let [a, b] = [0, 0]
  for (let at = 0; at < 24; at += 8) {
    a = (a + head.getUint32(at, isLittleEndian) + b) >>> 0
    b = (b + head.getUint32(at + 4, isLittleEndian) + a) >>> 0
  }
  return head.getUint32(24) === a && head.getUint32(28) === b
}
