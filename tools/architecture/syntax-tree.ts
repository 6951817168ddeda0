/** A node of the syntax tree, as loosely as the rules need it (ESTree with TypeScript's additions). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** Visits every node, parents first. */
export function walk(tree: unknown, visit: (node: Node, parent: Node | undefined, key: string) => void): void {
  const step = (value: unknown, parent: Node | undefined, key: string): void => {
    if (Array.isArray(value)) for (const one of value) step(one, parent, key)
    else if (isNode(value)) {
      visit(value, parent, key)
      for (const name of Object.keys(value)) step(value[name], value, name)
    }
  }
  step(tree, undefined, '')
}

/** True for a node, false for the plain values between nodes. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
