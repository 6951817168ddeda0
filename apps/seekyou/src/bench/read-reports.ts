import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Complaint } from '../complaint.ts'
import type { ReportFile } from './report.ts'

/** The reports of several files as one, with the machine of the first. Throws a Complaint. */
export function readReports(files: readonly [string, ...string[]]): ReportFile {
  const [first, ...others] = files.map(readFile) as [ReportFile, ...ReportFile[]]
  return { ...first, reports: [first, ...others].flatMap(({ reports }) => reports) }
}

/** As much as shows that it is one. */
const timing = z.looseObject({ count: z.number(), curve: z.array(z.tuple([z.number(), z.number()])) })
const report = z.looseObject({
  name: z.string(),
  phases: z.array(z.looseObject({ phase: z.string(), operation: z.string(), timings: z.record(z.string(), timing) })),
})
const reportFile = z.looseObject({ machine: z.looseObject({ date: z.string() }), reports: z.array(report).min(1) })

function readFile(file: string): ReportFile {
  try {
    return reportFile.parse(JSON.parse(readFileSync(file, 'utf8'))) as unknown as ReportFile
  } catch (error) {
    const because = error instanceof z.ZodError ? 'it has no reports in it' : (error as Error).message
    throw new Complaint(`${file} cannot be shown (${because}): write it with seekyou bench --json.`)
  }
}
