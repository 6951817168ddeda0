import type { Context } from 'hono'
import type { AdminCounts } from './admin-counts.ts'
import { refusalIn } from './refusal.ts'

/** Answers what could not be done: a refusal with its sentence, our own bug with one that gives nothing away, and a report. */
export function sayNo(
  error: unknown,
  context: Context,
  counts: AdminCounts,
  report: (error: unknown) => void,
): Response {
  const refusal = refusalIn(error)
  if (!refusal) {
    report(error)
    return context.json({ complaint: 'The server could not do that: its log says why.' }, 500)
  }
  counts.adminRequestsRefused += 1
  if (refusal.retryAfter !== undefined) context.header('Retry-After', String(refusal.retryAfter))
  if (refusal.status === 401) context.header('WWW-Authenticate', 'Bearer')
  return context.json({ complaint: refusal.message }, refusal.status)
}
