/** With one more group at the end; or why not. */
export function withGroup(groups: readonly string[], name: string): readonly string[] | 'empty' | 'taken' {
  const wanted = name.trim()
  if (wanted === '') return 'empty'
  return groups.some((group) => isSame(group, wanted)) ? 'taken' : [...groups, wanted]
}

/** With another name for a group, in its place; or why not. */
export function withRenamed(
  groups: readonly string[],
  group: string,
  name: string,
): readonly string[] | 'empty' | 'taken' {
  const wanted = name.trim()
  if (wanted === '') return 'empty'
  if (groups.some((other) => other !== group && isSame(other, wanted))) return 'taken'
  return groups.map((other) => (other === group ? wanted : other))
}

/** With the group at `index` one place up or down. At the ends it stays. */
export function moved(groups: readonly string[], index: number, by: -1 | 1): readonly string[] {
  const [one, other] = [groups[index], groups[index + by]]
  if (one === undefined || other === undefined) return groups
  return groups.map((group, i) => (i === index ? other : i === index + by ? one : group))
}

const isSame = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase()
