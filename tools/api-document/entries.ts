import { isNode, type Node } from '../architecture/syntax-tree.ts'
import { block, paragraphs, table } from '../protocol-document/markdown.ts'
import type { Declaration, Library } from './library.ts'
import { type Anchors, linked, linkTo, namesIn, prose } from './links.ts'
import { hasKey, type Member, membersOf } from './members.ts'
import { printed, printedInLines, signature } from './print.ts'
import { type Variant, variantsOf } from './variants.ts'

/** What an entry may refer to. */
export interface Page {
  readonly library: Library
  readonly anchors: Anchors
}

/** What is said about one export, without its heading, in Markdown. `declarations` are several for an overloaded function. */
export function entry(name: string, declarations: readonly Declaration[], page: Page): string {
  const [declaration] = declarations
  if (!declaration) throw new Error(`${name} is exported, and no file of this repository declares it.`)
  const doc = prose(declaration.doc, page.anchors, name)
  return paragraphs([doc, ...body(name, declaration, page)]).trimEnd()
}

function body(name: string, declaration: Declaration, page: Page): readonly string[] {
  const { node } = declaration
  switch (node.type) {
    case 'ClassDeclaration':
      return [...heritage(declaration, page), ...members(declaration, page), ...further(declaration)]
    case 'TSInterfaceDeclaration':
      return [...heritage(declaration, page), ...members(declaration, page)]
    case 'FunctionDeclaration':
      return code(signature(name, node, declaration), name, page)
    case 'TSTypeAliasDeclaration':
      return alias(name, declaration, page)
    default:
      return code(constant(name, node, declaration), name, page)
  }
}

/** What a class or interface has from others: what cannot be imported is shown here as its own. */
function heritage(declaration: Declaration, { anchors }: Page): readonly string[] {
  const above = superTypes(declaration.node, declaration)
  // That every error is one of these is said once for all.
  const told = above.filter((type) => type !== 'SeekyouError' && namesIn(type, anchors, '').length > 0)
  const rest = membersOf(declaration).length > 0 ? ', and:' : '.'
  return told.map((type) => `It has all of ${linked(type, anchors)}${rest}`)
}

function superTypes(node: Node, from: Declaration): readonly string[] {
  const list = [...((node.extends ?? []) as readonly Node[])]
  if (isNode(node.superClass)) return [`${printed(node.superClass, from)}${printed(node.superTypeArguments, from)}`]
  return list.map((one) => printed(one, from))
}

function members(declaration: Declaration, page: Page): readonly string[] {
  const { node, file } = declaration
  const inherited = superTypes(node, declaration)
    .filter((type) => !page.anchors.has(type))
    .flatMap((type) => page.library.find(type, file))
  const all = [...inherited.flatMap(membersOf), ...membersOf(declaration)]
  const calls = all.filter(({ call }) => call !== undefined)
  const rest = all.filter(({ call }) => call === undefined)
  return [
    ...(rest.length === 0
      ? []
      : [
          table(
            ['', 'type', ''],
            rest.map((one) => row(one, page)),
          ),
        ]),
    ...(calls.length === 0 ? [] : [calls.map((one) => item(one, declaration.name, page)).join('\n')]),
  ]
}

const row = ({ name, isOptional, type, doc }: Member, { anchors }: Page): readonly string[] => [
  `\`${name}${isOptional ? '?' : ''}\``,
  linked(type, anchors),
  prose(doc, anchors, '').replaceAll('\n\n', ' '),
]

function item({ call = '', isOptional, doc }: Member, self: string, { anchors }: Page): string {
  const shown = isOptional ? call.replace(/[(<]/, '?$&') : call
  const see = namesIn(call, anchors, self).map((name) => linkTo(name, anchors))
  const words = [prose(doc, anchors, ''), see.length > 0 ? `→ ${see.join(', ')}` : ''].filter(Boolean).join(' ')
  return `- **\`${shown}\`**${words && `\\\n  ${words.replaceAll('\n\n', '\n\n  ')}`}`
}

/** What is in a class under names that are no words. */
function further(declaration: Declaration): readonly string[] {
  return [
    ...(hasKey(declaration, 'Symbol.iterator') ? ['`for (const one of …)` goes through all of it.'] : []),
    ...(hasKey(declaration, 'Symbol.asyncDispose') ? ['`await using` calls `signOff` at the end of the block.'] : []),
  ]
}

function alias(name: string, declaration: Declaration, page: Page): readonly string[] {
  const variants = variantsOf(declaration, page.library)
  if (variants?.some(({ doc, fields, and }) => doc || fields.length > 0 || and.length > 0))
    return [tableOf(variants, page)]
  if (variants) return code(`type ${name} = ${variants.map(({ tag }) => tag).join(' | ')}`, name, page)
  return code(printedInLines(declaration.node, declaration).replace(/^export /, ''), name, page)
}

/** The fields of what only stands there are told; what is explained elsewhere is linked. */
function tableOf(variants: readonly Variant[], { anchors }: Page): string {
  const tag = ({ tag }: Variant): string => tag.replaceAll("'", '`').replaceAll(' | ', ' ')
  const doc = (one: Variant): string => prose(one.doc, anchors, '')
  if (variants.every(({ fields, and }) => fields.length === 0 && and.length === 0))
    return table(
      ['', ''],
      variants.map((one) => [tag(one), doc(one)]),
    )
  if (variants.every(({ of }) => of !== undefined && anchors.has(of)))
    return table(
      ['`type`', 'is a', ''],
      variants.map((one) => [tag(one), linkTo(one.of ?? '', anchors), doc(one)]),
    )
  const fields = (one: Variant): string =>
    [
      ...one.fields.map(({ name, isOptional, type }) => linked(`${name}${isOptional ? '?' : ''}: ${type}`, anchors)),
      ...one.and.map((name) => `all of ${linkTo(name, anchors)}`),
    ].join('<br>')
  return table(
    ['', 'with', ''],
    variants.map((one) => [tag(one), fields(one), doc(one)]),
  )
}

/** A constant by its type; one whose type is not written, by its value. */
function constant(name: string, node: Node, from: Declaration): string {
  const [{ id, init }] = node.declarations as [{ id: Node; init: Node }]
  if (init.type === 'ArrowFunctionExpression') return signature(name, init, from)
  return `const ${printed({ ...id, end: id.end }, from)} = ${printedInLines(init, from)}`
}

function code(text: string, self: string, { anchors }: Page): readonly string[] {
  const see = namesIn(text, anchors, self).map((name) => linkTo(name, anchors))
  return [block(text, 'ts'), ...(see.length > 0 ? [`→ ${see.join(', ')}`] : [])]
}
