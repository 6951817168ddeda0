import { expect, test } from 'vitest'
import { readSource } from './source.ts'
import { whoMayImport } from './who-may-import.ts'

const objections = (file: string, text: string) =>
  whoMayImport(readSource(file, text)).map(({ line, problem, remedy }) => `${line}: ${problem} → ${remedy}`)

test('a guest comes in by the door', () => {
  expect(
    objections('packages/dialect/src/v2.ts', `import { a } from '@seekyou/wire'\nimport { b } from './b.ts'`),
  ).toEqual([])
  expect(
    objections('apps/seekyou/src/main.ts', `import { a } from '@seekyou/wire'\nimport 'node:fs'\nimport 'zod'`),
  ).toEqual([])
  expect(objections('bench/main.ts', `import 'node:os'\nimport { a } from '@seekyou/client'`)).toEqual([])
})

test('a stranger does not, in whichever form the import is written', () => {
  const remedy = 'pass it in as an argument, or move the code to the package that may'
  for (const text of [
    `import { a } from '@seekyou/server'`,
    `import type { a } from '@seekyou/server'`,
    `export { a } from '@seekyou/server'`,
    `export * from '@seekyou/server'`,
    `const a = await import('@seekyou/server')`,
    `type A = import('@seekyou/server').A`,
  ]) {
    expect(objections('packages/wire/src/a.ts', `\n${text}`)).toEqual([
      `2: wire may not import @seekyou/server → ${remedy}`,
    ])
  }
})

test('a guest for types only leaves values outside', () => {
  const file = 'packages/server/src/a.ts'
  expect(objections(file, `import type { Frame } from '@seekyou/wire'`)).toEqual([])
  expect(objections(file, `import { type Frame } from '@seekyou/wire'`)).toEqual([])
  expect(objections(file, `export type { Frame } from '@seekyou/wire'`)).toEqual([])
  expect(objections(file, `import { type Frame, openFrame } from '@seekyou/wire'`)).toEqual([
    '1: server may import only types from @seekyou/wire → write `import type`, or pass the value in as an argument',
  ])
  expect(objections('packages/server/src/a.test.ts', `import { openFrame } from '@seekyou/wire'`)).toEqual([])
})

test('nobody climbs through a window or makes a door of their own', () => {
  expect(objections('packages/link/src/a.ts', `import { a } from '../../wire/src/b.ts'`)).toEqual([
    "1: ../../wire/src/b.ts climbs into packages/wire through the window → import it from '@seekyou/wire'",
  ])
  expect(objections('e2e/a.ts', `import { a } from '../apps/seekyou/src/b.ts'`)).toEqual([
    '1: ../apps/seekyou/src/b.ts climbs into apps/seekyou through the window → start the program instead of importing it',
  ])
  expect(objections('packages/link/src/a.ts', `import { a } from '@seekyou/wire/src/b.ts'`)).toEqual([
    "1: @seekyou/wire/src/b.ts is no door → export it from packages/wire/src/index.ts and import '@seekyou/wire'",
  ])
  expect(objections('packages/link/src/a.ts', `import { a } from '@seekyou/link'`)).toEqual([
    '1: @seekyou/link is the package itself → use a relative import',
  ])
})

test('examples come in by the door of their own package, and are programs', () => {
  const file = 'packages/link/examples/a.ts'
  expect(objections(file, `import { a } from '@seekyou/link'\nimport 'node:fs'\nimport './b.ts'`)).toEqual([])
  expect(objections(file, `import { a } from '@seekyou/server'`)).toHaveLength(1)
})

test('the testing door is for tests', () => {
  const text = `import { a } from '@seekyou/wire/testing'`
  expect(objections('packages/link/src/a.ts', text)).toHaveLength(1)
  expect(objections('packages/link/src/a.test.ts', text)).toEqual([])
  expect(objections('packages/link/src/testing/pair.ts', text)).toEqual([])
})

test('node and libraries enter only where they are invited', () => {
  expect(objections('packages/link/src/a.ts', `import { readFileSync } from 'node:fs'`)).toEqual([
    '1: link may not import node:fs → ask for it by a port and let an edge provide it',
  ])
  expect(objections('packages/node-edge/src/a.ts', `import 'node:dgram'`)).toEqual([])
  expect(objections('packages/simulator/src/main.ts', `import 'node:util'`)).toEqual([])
  expect(objections('packages/simulator/src/fuzz/main.ts', `import 'node:fs'`)).toEqual([])
  expect(objections('packages/simulator/src/town.ts', `import 'node:util'`)).toHaveLength(1)
  expect(objections('packages/store-sql/src/a.ts', `import { Kysely } from 'kysely'`)).toEqual([])
  expect(objections('packages/service/src/a.ts', `import { z } from 'zod'`)).toHaveLength(1)
  expect(objections('packages/link/src/a.test.ts', `import 'vitest'\nimport 'node:fs'`)).toEqual([])
  expect(objections('packages/unheard-of/src/a.ts', `import { a } from '@seekyou/wire'`)).toHaveLength(1)
})
