/** Where a name is explained: its address on the page, without `#`. */
export type Anchors = ReadonlyMap<string, string>

/** The addresses of headings in their order on a page, as GitHub forms them: of equal ones the second ends with `-1`. */
export function anchorsOf(headings: readonly string[]): Anchors {
  const taken = new Map<string, number>()
  return new Map(
    headings.map((heading) => {
      const plain = heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-')
      const count = taken.get(plain) ?? 0
      taken.set(plain, count + 1)
      return [heading, count === 0 ? plain : `${plain}-${count}`]
    }),
  )
}

/** A link to where a name is explained. */
export const linkTo = (name: string, anchors: Anchors): string => `[\`${name}\`](#${anchors.get(name)})`

/** A type as code, in which the names that are explained lead there. */
export const linked = (type: string, anchors: Anchors): string =>
  type
    .split(/('[^']*'|\b[A-Z]\w*\b)/)
    .map((part) => (anchors.has(part) ? linkTo(part, anchors) : part && `\`${part}\``))
    .join('')
    .replaceAll('``', '')

/** The names that are explained, of those in a piece of code, each once, except `self`. */
export function namesIn(code: string, anchors: Anchors, self: string): readonly string[] {
  const names = code.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w*\b/g) ?? []
  const own = ownTypes(code)
  return [...new Set(names)].filter((name) => name !== self && anchors.has(name) && !own.includes(name))
}

/** Names that a piece of code itself gives to types, as `Type` in `on<Type extends string>(…)`. */
function ownTypes(code: string): readonly string[] {
  const [, list = ''] = /^(?:type )?\w+<([^(=]*?)>[ (]/.exec(code) ?? []
  return list.split(', ').map((one) => one.replace(/ .*/, ''))
}

/** Prose from a docstring: names of exports and pages of this repository lead where they are explained. */
export function prose(doc: string, anchors: Anchors, self: string): string {
  return doc
    .replace(/`(\w+)`/g, (code, name) =>
      name !== self && anchors.has(name) && isClear(name) ? linkTo(name, anchors) : code,
    )
    .replace(/\bdocs\/([\w/-]+\.md)/g, (path, inner) => `[${path}](../${inner})`)
}

/** What is written small may also be a member of this name, or a value. */
const isClear = (name: string): boolean =>
  /^[A-Z]/.test(name) || ['connect', 'codePageNames', 'usualFlood', 'usualPace'].includes(name)
