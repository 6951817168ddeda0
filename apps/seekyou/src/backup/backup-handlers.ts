import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupRow } from '@seekyou/office'
import type { Handlers } from '../control/handler.ts'

/** As many backups are kept. */
const keptMax = 14
const namePattern = /^seekyou-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(-\d+)?\.db$/

/** The requests that are about backups, which lie in the folder `backups` beside the database. */
export const backupHandlers: Handlers<'backup' | 'listBackups'> = {
  async backup(_, { store }) {
    const folder = join(store.folder, 'backups')
    const name = freeName(folder, new Date())
    const begun = performance.now()
    const bytes = await store.backUp(join(folder, name))
    for (const old of backupsIn(folder).slice(keptMax)) rmSync(join(folder, old.name), { force: true })
    return { name, bytes, ms: Math.round(performance.now() - begun) }
  },

  async listBackups(_, { store }) {
    return { rows: backupsIn(join(store.folder, 'backups')) }
  },
}

/** `seekyou-20261231-235959.db`, in UTC; a second one in the same second gets a number. */
function freeName(folder: string, now: Date): string {
  const stem = `seekyou-${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.db` : `${stem}-${count}.db`
    if (!existsSync(join(folder, name))) return name
  }
}

/** The newest first. */
function backupsIn(folder: string): BackupRow[] {
  if (!existsSync(folder)) return []
  const rows = readdirSync(folder).flatMap((name): (BackupRow & { readonly again: number })[] => {
    const [, year, month, day, hour, minute, second, again] = namePattern.exec(name) ?? []
    const stat = statSync(join(folder, name), { throwIfNoEntry: false })
    if (year === undefined || !stat) return []
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
    return [{ name, at, bytes: stat.size, again: Number(again?.slice(1) ?? 1) }]
  })
  return rows.sort((a, b) => b.at - a.at || b.again - a.again).map(({ again, ...row }) => row)
}
