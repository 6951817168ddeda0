import { z } from 'zod'
import { declare } from '../declare.ts'
import { count, nothing, rowsOf, time } from '../values.ts'

const auditRow = z.object({
  id: count,
  at: time,
  by: z.string().describe('an administrator, `token NAME`, `terminal`, or `server`'),
  what: z.string().describe('the request that was met; or signIn or signInRefused, of an administrator'),
  whom: z.string().optional().describe('the number or name that it was about'),
  detail: z.string().optional(),
})

const backupRow = z.object({ name: z.string(), at: time, bytes: count })

/** The requests that are about looking back, and about being able to go back. */
export const upkeepRequests = {
  listAudit: declare({
    ask: z.strictObject({
      before: count.optional().describe('rows older than this one'),
      count: z.int().min(1).max(500).optional().describe('how many at a time, 50 if left out'),
    }),
    answer: z.object({ rows: rowsOf(auditRow) }),
    about: 'Shows who has changed what, the newest first.',
    changes: false,
    http: { method: 'get', path: '/audit' },
  }),
  backup: declare({
    ask: nothing,
    answer: z.object({ name: z.string(), bytes: count, ms: count }),
    about: 'Writes a copy of everything into the folder `backups`, which keeps the last fourteen.',
    changes: true,
    http: { method: 'post', path: '/backups' },
  }),
  listBackups: declare({
    ask: nothing,
    answer: z.object({ rows: rowsOf(backupRow) }),
    about: 'Shows the copies that are kept, the newest first.',
    changes: false,
    http: { method: 'get', path: '/backups' },
  }),
}

export type AuditRow = z.output<typeof auditRow>
export type BackupRow = z.output<typeof backupRow>
