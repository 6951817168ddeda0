import { expect, test } from 'vitest'
import { manifests } from './manifests.ts'
import { readSource } from './source.ts'

const sources = [
  readSource('packages/link/src/a.ts', `import type { Frame } from '@seekyou/wire'\nimport { z } from 'zod/mini'`),
  readSource('packages/link/src/a.test.ts', `import { uin } from '@seekyou/language'\nimport 'vitest'`),
  readSource('packages/wire/src/a.ts', `import 'elsewhere'`),
]

const objections = (contents: object) =>
  manifests(
    { file: 'packages/link/package.json', room: 'packages/link', text: JSON.stringify(contents, null, 2) },
    sources,
  ).map(({ line, problem }) => `${line}: ${problem}`)

test('a manifest that says exactly what is imported', () => {
  expect(
    objections({
      exports: { '.': './src/index.ts', './testing': './src/testing/index.ts' },
      dependencies: { '@seekyou/wire': '1', zod: '1' },
      devDependencies: { '@seekyou/language': '1' },
    }),
  ).toEqual([])
})

test('too much, too little', () => {
  expect(objections({ dependencies: { '@seekyou/wire': '1', '@seekyou/language': '1' } })).toEqual([
    '4: @seekyou/language is listed and no source imports it',
    '2: zod is imported and not listed',
  ])
  expect(objections({ dependencies: { '@seekyou/wire': '1', zod: '1' } })).toEqual([
    '2: @seekyou/language is imported by tests and not listed',
  ])
})

test('only two doors', () => {
  const dependencies = { '@seekyou/wire': '1', zod: '1' }
  const devDependencies = { '@seekyou/language': '1' }
  expect(
    objections({ exports: { '.': './src/index.ts', './frame': './src/frame.ts' }, dependencies, devDependencies }),
  ).toEqual(['4: ./frame is no door of this house'])
  expect(objections({ exports: { '.': './src/main.ts' }, dependencies, devDependencies })).toHaveLength(1)
})
