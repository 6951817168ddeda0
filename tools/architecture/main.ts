// Prints what the house rules object to: `node tools/architecture/main.ts`. Exit code 1 when there is an error.
import { join } from 'node:path'
import { checkArchitecture } from './check-architecture.ts'

const { findings, files } = checkArchitecture(join(import.meta.dirname, '..', '..'))
for (const { file, line, problem, remedy, severity } of findings) {
  console.log(`${file}:${line}  ${severity === 'warning' ? 'warning: ' : ''}${problem}\n  → ${remedy}`)
}
const errors = findings.filter((one) => one.severity === 'error').length
console.log(`${files} files, ${errors} errors, ${findings.length - errors} warnings`)
process.exitCode = errors > 0 ? 1 : 0
