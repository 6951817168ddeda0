// Leaves texts out that only people read: what the declarations of packets and fields say about themselves. Nothing that is
// decided depends on them. One test that none is empty would count for hundreds of mutants, and the score would say less.

/** As much of a syntax tree's node as is looked at. */
interface Node {
  readonly type: string
  readonly name?: string
  readonly callee?: Node
  readonly key?: Node
}

/** A node and where it hangs. */
export interface NodePath {
  readonly node: Node
  readonly parent?: Node
  readonly parentPath?: NodePath | null
  /** Its place in a list, or the name of the property of its parent that holds it. */
  readonly key?: unknown
  readonly listKey?: string | undefined
}

/** Which argument of these functions is for people; of `choice`, each value in it. */
const saying: Readonly<Record<string, number>> = { packet: 2, stroke: 2, note: 1, fixed: 2, choice: 1 }
const properties: readonly string[] = ['note', 'evidence', 'confidence']

/** Why this node is not mutated, or undefined when it is. */
export function shouldIgnore(path: NodePath): string | undefined {
  if (path.node.type !== 'StringLiteral') return undefined
  const { parent, parentPath } = path
  const isProperty = parent?.type === 'ObjectProperty' && path.key === 'value'
  const isSaid = isProperty && properties.includes(parent.key?.name ?? '')
  const isNameOfValue = isProperty && isForPeople(parentPath?.parentPath)
  return isSaid || isNameOfValue || isForPeople(path) ? 'a text for people' : undefined
}

/** How Stryker finds it. */
export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }]

function isForPeople(path: NodePath | null | undefined): boolean {
  if (path?.parent?.type !== 'CallExpression' || path.listKey !== 'arguments') return false
  return saying[path.parent.callee?.name ?? ''] === path.key
}
