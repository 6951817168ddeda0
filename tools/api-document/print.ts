import { isNode, type Node } from '../architecture/syntax-tree.ts'
import type { Declaration } from './library.ts'

/** A piece of source text in one line, without comments. */
export const printed = (node: unknown, from: Declaration): string => (isNode(node) ? tidy(cut(node, from)) : '')

/** The same with its lines as they are, but without comments. */
export const printedInLines = (node: Node, from: Declaration): string =>
  cut(node, from)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')

/** The type behind the colon; empty when none is written. */
export const typeOf = (node: Node, from: Declaration): string => printed(annotation(node.typeAnnotation), from)

/** `name<Type>(what: string, options?: Options): Result`: how something is called, without what it does then. */
export function signature(name: string, callable: Node, from: Declaration): string {
  const params = callable.params as readonly Node[]
  const result = printed(annotation(callable.returnType), from)
  const types = printed(callable.typeParameters, from)
  return `${name}${types}(${params.map((param) => parameter(param, from)).join(', ')})${result && `: ${result}`}`
}

function parameter(param: Node, from: Declaration): string {
  if (param.type === 'AssignmentPattern') {
    const left = param.left as Node
    const name = (left.name as string | undefined) ?? usualName
    return `${name}?: ${typeOf(left, from) || typeOfLiteral(param.right as Node, from)}`
  }
  if (param.type === 'RestElement') return `...${(param.argument as { name: string }).name}: ${typeOf(param, from)}`
  const name = (param.name as string | undefined) ?? usualName
  return `${name}${param.optional ? '?' : ''}: ${typeOf(param, from)}`
}

function typeOfLiteral(node: Node, from: Declaration): string {
  if (node.type === 'Literal') return typeof node.value
  throw new Error(`${from.file}: write the type of what is ${printed(node, from)} unless told, for the reference.`)
}

/** What is taken apart at once has no name of its own. */
const usualName = 'options'

const annotation = (node: unknown): unknown =>
  isNode(node) && node.type === 'TSTypeAnnotation' ? node.typeAnnotation : node

function cut(node: Node, { text, comments }: Declaration): string {
  const end = node.end as number
  let shown = ''
  let at = node.start
  for (const comment of comments) {
    if (comment.start < node.start || comment.end > end) continue
    shown += text.slice(at, comment.start)
    at = comment.end
  }
  return shown + text.slice(at, end)
}

/** Many lines as one: members of a type are divided by semicolons then. */
const tidy = (text: string): string =>
  text
    .replace(/(?<![{(<[|&,=>]\s*)\n\s*(?=readonly |\w+\??[:(])/g, '; ')
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replace(/([([<]) (\| )?/g, '$1')
    .replace(/,? ([)\]>])/g, '$1')
    // Everything that is shown is read only.
    .replace(/readonly (?=\w+\??:)/g, '')
    .trim()
