import { guestList } from './doors.ts'
import { type Finding, finding } from './finding.ts'
import type { Source } from './source.ts'

/** Sources of pure packages know no clock, no dice and no machine. Tests may. */
export function purity(source: Source): Finding[] {
  const [area, name] = source.room.split('/')
  if (area !== 'packages' || !guestList[name as string]?.pure || source.forTests) return []
  return source.worldlyUses.map((use) =>
    finding(source.file, use.line, `${use.name} in the pure package ${name}`, use.remedy),
  )
}
