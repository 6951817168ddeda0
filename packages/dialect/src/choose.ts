import { versionOf } from '@seekyou/wire'
import type { ServerDialect } from './dialect.ts'

/** Finds the dialect in which a datagram is written: every version's datagrams begin with its number. */
export function dialectChooser(
  dialects: readonly ServerDialect[],
): (datagram: Uint8Array) => ServerDialect | undefined {
  const byVersion = new Map(dialects.map((dialect) => [dialect.version, dialect]))
  return (datagram) => {
    const version = versionOf(datagram)
    return version === undefined ? undefined : byVersion.get(version)
  }
}
