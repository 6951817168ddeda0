import { z } from 'zod'

/** What a browser has kept a page from doing. Never a path with a question or a fragment, never a sample of the code. */
export interface CspReport {
  /** The directive of the policy: `script-src-elem`. */
  readonly directive: string
  /** What was kept from loading: `inline`, `eval`, or an origin. */
  readonly blocked: string
  /** The script in which it was, by its path, and the line. */
  readonly source: string
}

const word = z.string().max(2_000).default('')
const reportShape = z.object({
  'csp-report': z.object({
    'effective-directive': word,
    'violated-directive': word,
    'blocked-uri': word,
    'source-file': word,
    'line-number': z.number().optional(),
  }),
})

/** The report in a body; undefined when there is nothing in it that can be understood. */
export function cspReportIn(text: string): CspReport | undefined {
  const report = reportShape.safeParse(jsonIn(text)).data?.['csp-report']
  if (!report) return undefined
  const { 'blocked-uri': blocked, 'source-file': source, 'line-number': line } = report
  const directive = report['effective-directive'] || report['violated-directive']
  return {
    directive: plain(directive.split(' ')[0] ?? ''),
    blocked: plain(URL.parse(blocked)?.host || blocked),
    source: plain(`${URL.parse(source)?.pathname ?? ''}${line ? `:${line}` : ''}`),
  }
}

/** Anybody can send a report, and an operator reads it. */
const plain = (text: string): string => text.replace(/[^\w.:/-]/g, '').slice(0, 100)

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
