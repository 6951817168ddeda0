import type { Node } from '../architecture/syntax-tree.ts'
import { docAbove } from './docstring.ts'
import type { Declaration, Library } from './library.ts'
import { type Member, membersIn, membersOf } from './members.ts'
import { printed } from './print.ts'

/** One of several things that a value can be. */
export interface Variant {
  /** What tells it from the others: the value itself, or that of its field `type` or `kind`. */
  readonly tag: string
  /** The other fields. */
  readonly fields: readonly Member[]
  /** Interfaces whose fields it has as well. */
  readonly and: readonly string[]
  readonly doc: string
  /** Under which name the union has it, if it does not stand there itself. */
  readonly of: string | undefined
}

/** A discriminated union, or one of strings, with its members; undefined for any other type. */
export function variantsOf(alias: Declaration, library: Library): readonly Variant[] | undefined {
  const type = alias.node.typeAnnotation as Node
  if (type.type !== 'TSUnionType') return undefined
  const found = expand(type, alias, library)
  return found?.every(({ tag }) => tag !== '') ? found : undefined
}

function expand(type: Node, from: Declaration, library: Library): readonly Variant[] | undefined {
  switch (type.type) {
    case 'TSParenthesizedType':
      return expand(type.typeAnnotation as Node, from, library)
    case 'TSUnionType':
      return all((type.types as readonly Node[]).map((one) => withDoc(one, from, expand(one, from, library))))
    case 'TSIntersectionType':
      return meet((type.types as readonly Node[]).map((one) => expand(one, from, library)))
    case 'TSTypeLiteral':
      return [variant(membersIn(type.members as readonly Node[], from), '')]
    case 'TSLiteralType':
      return [{ tag: printed(type, from), fields: [], and: [], doc: '', of: undefined }]
    case 'TSTypeReference': {
      const name = printed(type, from)
      const [target] = library.find(name, from.file)
      if (target?.node.type === 'TSInterfaceDeclaration')
        return [{ ...variant(membersOf(target), target.doc), of: name }]
      if (target?.node.type !== 'TSTypeAliasDeclaration') return undefined
      return expand(target.node.typeAnnotation as Node, target, library)?.map((one) => ({ ...one, of: name }))
    }
    default:
      return undefined
  }
}

function variant(members: readonly Member[], doc: string): Variant {
  const tag = members.find(({ name, type }) => (name === 'type' || name === 'kind') && type.startsWith("'"))
  return { tag: tag?.type ?? '', fields: members.filter((one) => one !== tag), and: [], doc, of: undefined }
}

/** What is a union's and an interface's at once is each of the union's with the fields of the interface. */
function meet(parts: readonly (readonly Variant[] | undefined)[]): readonly Variant[] | undefined {
  const tagged = all(parts)?.filter(({ tag }) => tag !== '')
  const and = all(parts)
    ?.filter(({ tag }) => tag === '')
    .map(({ of }) => of ?? '')
  return tagged?.map((one) => ({ ...one, and: [...one.and, ...(and ?? [])] }))
}

/** What stands above a member of a union says more than what its type says of itself. */
function withDoc(node: Node, from: Declaration, found: readonly Variant[] | undefined): readonly Variant[] | undefined {
  const doc = docAbove(node.start, from.text, from.comments)
  return doc === '' ? found : found?.map((one) => ({ ...one, doc }))
}

const all = (parts: readonly (readonly Variant[] | undefined)[]): readonly Variant[] | undefined =>
  parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
