// Sessions in a file of JSON: for a bot with hundreds of people, not with millions.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { SessionStore } from '@seekyou/sdk'

/** The file is read once, and written anew, as a whole or not at all, whenever a session has changed. */
export function jsonSessions<Session>(file: string): SessionStore<Session> {
  const kept = new Map<string, Session>(Object.entries(readIfThere(file)))
  return {
    read: (uin) => structuredClone(kept.get(String(uin))),
    write(uin, session) {
      if (session === undefined) kept.delete(String(uin))
      else kept.set(String(uin), structuredClone(session))
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(kept)))
      renameSync(`${file}.new`, file)
    },
  }
}

function readIfThere<Session>(file: string): Record<string, Session> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Session>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
