import { isNode, type Node } from '../architecture/syntax-tree.ts'
import { docAbove, isInternal } from './docstring.ts'
import type { Declaration } from './library.ts'
import { printed, signature, typeOf } from './print.ts'

/** One member of a class or interface, as its guests see it. */
export interface Member {
  readonly name: string
  /** Of a method, how it is called. Undefined: it is no method. */
  readonly call: string | undefined
  /** Of a property. */
  readonly type: string
  readonly isOptional: boolean
  readonly doc: string
}

/** What a class or interface declares itself, in the order of the file, without what is private or internal. */
export function membersOf(declaration: Declaration): readonly Member[] {
  return membersIn(bodyOf(declaration), declaration)
}

/** The members of a type that is written as `{ … }`, or of any other body. */
export function membersIn(body: readonly Node[], from: Declaration): readonly Member[] {
  return body.flatMap((node, index) => {
    const name = keyOf(node)
    const doc = docAbove(node.start, from.text, from.comments)
    if (name === undefined || isInternal(doc) || node.kind === 'set' || node.override === true) return []
    // Whoever is to call a constructor is told how.
    if (name === 'constructor' && doc === '') return []
    // Of an overloaded method the last declaration is the one that nobody sees.
    if (isImplementationOfOverloads(node, body.slice(0, index))) return []
    return [member(node, name, doc, from)]
  })
}

/** Whether a class has this member, whose name is no word, such as `Symbol.iterator`. */
export const hasKey = (declaration: Declaration, key: string): boolean =>
  bodyOf(declaration).some((node) => node.computed === true && printed(node.key, declaration) === key)

function member(node: Node, name: string, doc: string, from: Declaration): Member {
  const callable = isNode(node.value) && node.value.params ? node.value : node
  const isMethod = node.type === 'TSMethodSignature' || node.type === 'MethodDefinition'
  const isCalled = isMethod && node.kind !== 'get'
  const called = name === 'constructor' ? `new ${from.name}` : name
  return {
    name,
    call: isCalled ? signature(called, callable, from) : undefined,
    type: isMethod ? printed(callable.returnType, from).replace(/^: /, '') : typeOf(node, from),
    isOptional: node.optional === true,
    doc,
  }
}

function keyOf(node: Node): string | undefined {
  const key = node.key as Node | undefined
  if (!key || node.computed === true || key.type === 'PrivateIdentifier') return undefined
  return (key.name ?? key.value) as string
}

function isImplementationOfOverloads(node: Node, before: readonly Node[]): boolean {
  if (isBodyless(node)) return false
  return before.some((other) => keyOf(other) === keyOf(node) && isBodyless(other))
}

const bodyOf = ({ node }: Declaration): readonly Node[] => (node.body as { readonly body: readonly Node[] }).body

const isBodyless = (node: Node): boolean => (node.value as Node | null)?.type === 'TSEmptyBodyFunctionExpression'
