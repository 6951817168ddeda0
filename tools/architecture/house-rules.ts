import { posix } from 'node:path'
import { type Finding, finding } from './finding.ts'
import type { Source } from './source.ts'

const linesWanted = 250
const linesMax = 400
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.config|(\.property|\.long)?\.test|\.types)?\.[tj]sx?$/
const machinePath = /^(\/(home|root|work|Users|tmp)\/\w|[A-Za-z]:\\Users\\)/

/** File names, file lengths, and paths that exist on one machine only. */
export function houseRules(source: Source): Finding[] {
  return [...fileName(source), ...fileLength(source), ...machinePaths(source)]
}

function fileName({ file }: Source): Finding[] {
  const name = posix.basename(file)
  if (kebabCase.test(name)) return []
  return [finding(file, 1, `${name} is not in kebab-case`, 'name it after the one thing inside: send-message.ts')]
}

function fileLength({ file, lines, forTests }: Source): Finding[] {
  if (forTests || lines <= linesWanted) return []
  const severity = lines > linesMax ? 'error' : 'warning'
  return [
    { ...finding(file, lines, `${lines} lines`, `split it: at most ${linesWanted}, never over ${linesMax}`), severity },
  ]
}

function machinePaths({ file, strings }: Source): Finding[] {
  return strings
    .filter(({ value }) => machinePath.test(value))
    .map(({ value, line }) =>
      finding(file, line, `${value} exists on one machine only`, 'use import.meta.dirname, os.tmpdir() or an option'),
    )
}
