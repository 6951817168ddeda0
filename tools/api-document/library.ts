import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { Node } from '../architecture/syntax-tree.ts'
import { docAbove } from './docstring.ts'

/** Something that a file declares under a name: a class, function, interface, type or constant. */
export interface Declaration {
  readonly name: string
  /** Path of its file from the repository's root. */
  readonly file: string
  /** The declaration itself, without `export`. */
  readonly node: Node
  /** What stands above it; empty when nothing does. */
  readonly doc: string
  /** Its file, for cutting out what is to be shown. */
  readonly text: string
  readonly comments: readonly Comment[]
}

/** A comment of a file, without its marks. */
export interface Comment {
  readonly type: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Where a name comes from: another file, under the name that it has there. */
interface Elsewhere {
  readonly from: string
  readonly name: string
}

interface File {
  readonly own: ReadonlyMap<string, readonly Declaration[]>
  readonly exported: ReadonlyMap<string, string | Elsewhere>
  readonly imported: ReadonlyMap<string, Elsewhere>
  /** Files all of whose exports are exported here, too. */
  readonly everythingOf: readonly string[]
}

/** The sources of this repository, read when they are asked for. Types are not inferred: what is not written is not known. */
export class Library {
  readonly #root: string
  readonly #files = new Map<string, File>()

  constructor(root: string) {
    this.#root = root
  }

  /** What a file exports, and where it is declared; of an overloaded function every declaration. */
  exportsOf(path: string): ReadonlyMap<string, readonly Declaration[]> {
    const { exported, everythingOf } = this.#file(path)
    const found = new Map(everythingOf.flatMap((from) => [...this.exportsOf(from)]))
    for (const [name, target] of exported) {
      found.set(name, typeof target === 'string' ? this.find(target, path) : this.#findIn(target))
    }
    return found
  }

  /** What a name means in a file; empty for a name of the language, or of a library from elsewhere. */
  find(name: string, path: string): readonly Declaration[] {
    const { own, imported } = this.#file(path)
    const elsewhere = imported.get(name)
    return own.get(name) ?? (elsewhere ? this.#findIn(elsewhere) : [])
  }

  #findIn({ from, name }: Elsewhere): readonly Declaration[] {
    return existsSync(join(this.#root, from)) ? (this.exportsOf(from).get(name) ?? []) : []
  }

  #file(path: string): File {
    const known = this.#files.get(path)
    if (known) return known
    const file = readFile(path, readFileSync(join(this.#root, path), 'utf8').replaceAll('\r\n', '\n'))
    this.#files.set(path, file)
    return file
  }
}

function readFile(path: string, text: string): File {
  const { program, comments } = parseSync(path, text)
  const own = new Map<string, Declaration[]>()
  const exported = new Map<string, string | Elsewhere>()
  const imported = new Map<string, Elsewhere>()
  const everythingOf: string[] = []
  for (const statement of program.body as unknown as readonly Node[]) {
    const source = statement.source as { readonly value: string } | null | undefined
    const from = source ? fileOf(source.value, path) : ''
    const specifiers = (statement.specifiers ?? []) as readonly Node[]
    if (statement.type === 'ImportDeclaration') {
      for (const one of specifiers)
        if (one.type === 'ImportSpecifier') imported.set(nameIn(one.local), { from, name: nameIn(one.imported) })
    } else if (statement.type === 'ExportAllDeclaration') everythingOf.push(from)
    else {
      for (const one of specifiers)
        exported.set(nameIn(one.exported), source ? { from, name: nameIn(one.local) } : nameIn(one.local))
      const node = (statement.declaration ?? statement) as Node
      const name = declaredName(node)
      if (name === undefined) continue
      const doc = docAbove(statement.start, text, comments)
      own.set(name, [...(own.get(name) ?? []), { name, file: path, node, doc, text, comments }])
      if (statement.type === 'ExportNamedDeclaration') exported.set(name, name)
    }
  }
  return { own, exported, imported, everythingOf }
}

/** The file behind a specifier: beside the one that imports it, or the door of one of our packages. */
function fileOf(specifier: string, importer: string): string {
  const [, name, deeper] = /^@seekyou\/([^/]+)(\/.+)?$/.exec(specifier) ?? []
  if (name !== undefined) return `packages/${name}/src${deeper ?? ''}/index.ts`
  return posix.join(posix.dirname(importer), specifier)
}

function declaredName(node: Node): string | undefined {
  const [first] = (node.declarations ?? []) as readonly Node[]
  const id = first ? first.id : node.id
  return id ? nameIn(id) : undefined
}

const nameIn = (node: unknown): string => (node as { readonly name: string }).name
