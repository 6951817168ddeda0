import { isNode, type Node, walk } from './syntax-tree.ts'

/** A place where code reaches for the clock, the dice or the machine it runs on. */
export interface WorldlyUse {
  readonly name: string
  readonly line: number
  readonly remedy: string
}

const time = 'take `now` as an argument'
const timer = 'return `wakeAt` and let the driver wake the machine'
const dice = 'take `random: () => number` as an argument'
const report = 'return what should be said as an outcome'
const remedies: Readonly<Record<string, string>> = {
  'Date.now': time,
  'new Date()': time,
  performance: time,
  'Math.random': dice,
  crypto: dice,
  setTimeout: timer,
  setInterval: timer,
  setImmediate: timer,
  queueMicrotask: 'return an outcome and let the driver carry it out',
  Buffer: 'use Uint8Array and DataView',
  console: report,
  process: 'take what you need as an argument',
  require: 'import it by a door of the package',
  fetch: 'yield a need and let an edge meet it',
}

/** Every use of a global that the pure packages do without. A name that the file declares itself is its own affair. */
export function worldlyUses(program: unknown, lineAt: (offset: number) => number): WorldlyUse[] {
  const declared = new Set<string>()
  const uses: { name: string; global: string; line: number }[] = []
  walk(program, (node, parent, key) => {
    for (const name of namesDeclaredBy(node)) declared.add(name)
    const name = globalUsed(node, parent, key)
    if (name !== undefined) uses.push({ name, global: String(node.name), line: lineAt(node.start) })
  })
  return uses
    .filter(({ global }) => !declared.has(global))
    .map(({ name, line }) => ({ name, line, remedy: remedies[name] as string }))
}

function globalUsed(node: Node, parent: Node | undefined, key: string): string | undefined {
  if (node.type !== 'Identifier' || (parent && isMerelyAName(parent, key))) return undefined
  const name = String(node.name)
  if (parent?.type === 'MemberExpression' && key === 'object') {
    const property = parent.property
    const whole = `${name}.${isNode(property) ? String(property.name ?? property.value) : ''}`
    if (whole in remedies) return whole
  }
  const constructed = parent?.type === 'NewExpression' || parent?.type === 'CallExpression'
  if (name === 'Date' && constructed && key === 'callee' && (parent.arguments as unknown[]).length === 0) {
    return 'new Date()'
  }
  return name in remedies ? name : undefined
}

/** Positions in which an identifier names a member and refers to nothing. */
function isMerelyAName(parent: Node, key: string): boolean {
  if (parent.computed === true) return false
  if (key === 'property') return parent.type === 'MemberExpression'
  return (
    key === 'key' ||
    key === 'label' ||
    key === 'id' ||
    key === 'imported' ||
    key === 'exported' ||
    key === 'parameterName'
  )
}

function namesDeclaredBy(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return namesIn(node.id)
  if (node.type.startsWith('Import') && isNode(node.local)) return namesIn(node.local)
  if (node.type === 'CatchClause') return namesIn(node.param)
  const own = /^(Function|Class)/.test(node.type) ? namesIn(node.id) : []
  return [...own, ...namesIn(node.params)]
}

function namesIn(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn)
  if (!isNode(pattern)) return []
  if (pattern.type === 'Identifier') return [String(pattern.name)]
  return ['elements', 'properties', 'value', 'left', 'argument', 'items'].flatMap((key) => namesIn(pattern[key]))
}
