import { parseSync } from 'oxc-parser'
import { isNode, type Node, walk } from './syntax-tree.ts'
import { type WorldlyUse, worldlyUses } from './worldly-uses.ts'

/** One import of a source file, in whichever form it was written. */
export interface Import {
  readonly specifier: string
  /** Nothing of it is left at run time. */
  readonly typesOnly: boolean
  readonly line: number
}

/** What the rules need to know about one file of code. */
export interface Source {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string
  /** `packages/link`, `apps/seekyou`, `bench`, …; `.` for files at the root. */
  readonly room: string
  /** Tests, type tests and everything under `src/testing/`. */
  readonly forTests: boolean
  readonly lines: number
  readonly imports: readonly Import[]
  readonly worldlyUses: readonly WorldlyUse[]
  readonly strings: readonly { readonly value: string; readonly line: number }[]
}

/** Parses one file. Text that is no TypeScript yields what could be read: the compiler reports the rest. */
export function readSource(file: string, text: string): Source {
  const { program } = parseSync(file, text)
  const lineAt = lineFinder(text)
  const imports: Import[] = []
  const strings: { value: string; line: number }[] = []
  walk(program, (node) => {
    const found = importIn(node)
    if (found) imports.push({ ...found, line: lineAt(node.start) })
    const value = node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? rawOf(node) : undefined
    if (typeof value === 'string') strings.push({ value, line: lineAt(node.start) })
  })
  return {
    file,
    room: roomOf(file),
    forTests: /\.(test|types)\.ts$/.test(file) || file.includes('/src/testing/'),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    worldlyUses: worldlyUses(program, lineAt),
    strings,
  }
}

function importIn(node: Node): { specifier: string; typesOnly: boolean } | undefined {
  const source = node.source
  if (!isNode(source) || typeof source.value !== 'string') return undefined
  const specifier = source.value
  if (node.type === 'TSImportType') return { specifier, typesOnly: true }
  if (node.type === 'ImportExpression') return { specifier, typesOnly: false }
  const kind = node.importKind ?? node.exportKind
  const parts = (node.specifiers ?? []) as Node[]
  const inlineTypes = parts.length > 0 && parts.every((part) => (part.importKind ?? part.exportKind) === 'type')
  return { specifier, typesOnly: kind === 'type' || inlineTypes }
}

const rawOf = (node: Node): unknown => (node.value as { cooked?: unknown }).cooked

function roomOf(file: string): string {
  const parts = file.split('/')
  if (parts[0] === 'packages' || parts[0] === 'apps') return parts.slice(0, 2).join('/')
  return parts.length > 1 ? (parts[0] as string) : '.'
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
