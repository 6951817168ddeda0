import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { entry } from './entries.ts'
import { Library } from './library.ts'
import { anchorsOf } from './links.ts'
import { exportsOf, reference, referencePath } from './reference.ts'
import { topics } from './topics.ts'

const root = join(import.meta.dirname, '..', '..')

test(`${referencePath} is what \`npm run docs\` writes`, () => {
  const onDisk = readFileSync(join(root, referencePath), 'utf8').replaceAll('\r\n', '\n')
  expect(onDisk === reference(root), `${referencePath} is stale: npm run docs`).toBe(true)
})

test('whatever the library offers has a docstring', () => {
  const silent = [...exportsOf(new Library(root))].filter(([, declarations]) => declarations[0]?.doc === '')
  expect(silent.map(([name, [declaration]]) => `${declaration?.file}: ${name}`)).toEqual([])
})

test('it stands under one topic, and nothing else does', () => {
  const named = topics.flatMap((topic) => topic.exports)
  expect(named.toSorted()).toEqual([...exportsOf(new Library(root)).keys()].sort())
})

test('whatever a signature names can be imported, or is of the language', () => {
  const text = reference(root)
  const blocks = [...text.matchAll(fenced)].map(([, code = '']) => code)
  const code = [...blocks, ...(text.replaceAll(fenced, '').match(/`[^`]+`/g) ?? [])]
  const names = code.flatMap((one) => one.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w+\b/g) ?? [])
  const known = new Set([...exportsOf(new Library(root)).keys(), ...ofTheLanguage, ...ownTypes])
  expect([...new Set(names)].filter((name) => !known.has(name))).toEqual([])
})

const fenced = /^```ts\n([^`]+)```$/gm

const ofTheLanguage = [
  ...[
    'AbortSignal',
    'AsyncGenerator',
    'ErrorOptions',
    'Exclude',
    'Extract',
    'Iterable',
    'Map',
    'Omit',
    'Partial',
    'Pick',
  ],
  ...['Promise', 'PromiseLike', 'RangeError', 'Readonly', 'Record', 'RegExp', 'RegExpExecArray', 'Uint8Array'],
]
/** What signatures call types that are left open, and names of something else. */
const ownTypes = ['Type', 'Event', 'Session', 'Given', 'SomeBot', 'Value', 'Courier']

test('what is exported, from wherever it comes', () => {
  const library = libraryOf({
    'packages/a/src/index.ts': `export * from './b.ts'\nexport { type C as D, e } from './c.ts'\nconst own = 1\nexport { own }`,
    'packages/a/src/b.ts': `/** B. */\nexport interface B {}\n// No docstring.\nexport function b(): void {}\ninterface Hidden {}`,
    'packages/a/src/c.ts': `import { C } from '@seekyou/z'\nexport type { C }\nexport const e: number = 1`,
    'packages/z/src/index.ts': `/**\n * Two\n * lines.\n *\n * Two paragraphs.\n */\nexport type C = string`,
  })
  const found = [...library.exportsOf('packages/a/src/index.ts')].map(([name, [one]]) => [name, one?.file, one?.doc])
  expect(found).toEqual([
    ['B', 'packages/a/src/b.ts', 'B.'],
    ['b', 'packages/a/src/b.ts', ''],
    ['D', 'packages/z/src/index.ts', 'Two lines.\n\nTwo paragraphs.'],
    ['e', 'packages/a/src/c.ts', ''],
    ['own', 'packages/a/src/index.ts', ''],
  ])
})

test('a class is shown as its guests see it', () => {
  const shown = shownOf(`
    /** See \`Other\`. */
    export class Sample {
      readonly #secret = 1
      readonly name: string
      constructor(name: string) { this.name = name }
      /** How much. */
      get size(): number { return 1 }
      /** Does it. */
      act(what: Other, { often = false, loud }: { readonly often?: boolean; readonly loud: boolean } = {}, why = ''): void {}
      /** By name. */
      find(name: string): Other
      /** By number. */
      find(number: number): Other | undefined
      find(): undefined {}
      /** @internal For others in this package. */
      hear(): void {}
      *[Symbol.iterator](): Iterator<Other> {}
    }
    export interface Other {}
  `)
  expect(shown).toBe(
    [
      'See [`Other`](#other).',
      '',
      '|  | type |  |',
      '| --- | --- | --- |',
      '| `name` | `string` |  |',
      '| `size` | `number` | How much. |',
      '',
      '- **`act(what: Other, options?: { often?: boolean; loud: boolean }, why?: string): void`**\\',
      '  Does it. → [`Other`](#other)',
      '- **`find(name: string): Other`**\\',
      '  By name. → [`Other`](#other)',
      '- **`find(number: number): Other | undefined`**\\',
      '  By number. → [`Other`](#other)',
      '',
      '`for (const one of …)` goes through all of it.',
    ].join('\n'),
  )
})

test('a union is shown as a table, wherever its members come from', () => {
  const shown = shownOf(`
    export type Sample =
      /** First. */
      | { readonly type: 'a'; readonly other: Other }
      | (({ readonly type: 'b' } | Third) & Other)
    export interface Other { readonly more: string }
    /** Third. */
    export interface Third { readonly kind: 'c' | 'd'; readonly rest?: number }
  `)
  expect(shown).toBe(
    [
      '|  | with |  |',
      '| --- | --- | --- |',
      '| `a` | `other: `[`Other`](#other) | First. |',
      '| `b` | all of [`Other`](#other) |  |',
      '| `c` `d` | `rest?: number`<br>all of [`Other`](#other) | Third. |',
    ].join('\n'),
  )
})

test('what an interface has from one that cannot be imported is its own', () => {
  const shown = shownOf(`
    interface Hidden { readonly first: number }
    export interface Sample extends Hidden, Other { readonly second: number }
    export interface Other {}
  `)
  expect(shown).toContain('It has all of [`Other`](#other), and:')
  expect(shown).toMatch(/`first`.*`second`/s)
})

test('a type that is not written cannot be shown', () => {
  expect(() => shownOf('const usual = 1\nexport function Sample(a = usual): void {}')).toThrow('write the type')
})

/** The entry of `Sample`, on a page that has `Other`, too. */
function shownOf(text: string): string {
  const library = libraryOf({ 'a.ts': text })
  const anchors = anchorsOf(['Sample', 'Other'])
  return entry('Sample', library.exportsOf('a.ts').get('Sample') ?? [], { library, anchors })
}

function libraryOf(files: Readonly<Record<string, string>>): Library {
  const folder = mkdtempSync(join(tmpdir(), 'library-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return new Library(folder)
}
