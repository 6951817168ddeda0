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

test('what the testing kit imports is a dependency, what examples import is not', () => {
  const kit = [
    readSource('packages/sdk/src/testing/a.ts', `import { a } from '@seekyou/wire'`),
    readSource('packages/sdk/examples/a.ts', `import { b } from '@seekyou/sdk'`),
  ]
  const manifest = (exports: object) => ({
    file: 'packages/sdk/package.json',
    room: 'packages/sdk',
    text: JSON.stringify({ exports, dependencies: { '@seekyou/wire': '1' } }),
  })
  expect(manifests(manifest({ './testing': './src/testing/index.ts' }), kit)).toEqual([])
  expect(manifests(manifest({}), kit)).toHaveLength(1)
})

test('only two doors', () => {
  const dependencies = { '@seekyou/wire': '1', zod: '1' }
  const devDependencies = { '@seekyou/language': '1' }
  expect(
    objections({ exports: { '.': './src/index.ts', './frame': './src/frame.ts' }, dependencies, devDependencies }),
  ).toEqual(['4: ./frame is no door of this house'])
  expect(objections({ exports: { '.': './src/main.ts' }, dependencies, devDependencies })).toHaveLength(1)
})

test('a door may lead browsers elsewhere, if there is something', () => {
  const sources = ['index', 'browser'].map((name) => readSource(`packages/sdk/src/${name}.ts`, ''))
  const refused = (door: string, target: object) =>
    manifests(
      {
        file: 'packages/sdk/package.json',
        room: 'packages/sdk',
        text: JSON.stringify({ exports: { [door]: target } }),
      },
      sources,
    ).map(({ problem }) => problem)
  const both = { browser: './src/browser.ts', default: './src/index.ts' }
  expect(refused('.', both)).toEqual([])
  expect(refused('.', { ...both, browser: './src/tablet.ts' })).toEqual(['. is no door of this house'])
  expect(refused('.', { ...both, browser: '../link/src/index.ts' })).toHaveLength(1)
  expect(refused('.', { ...both, default: './src/browser.ts' })).toHaveLength(1)
  expect(refused('.', { ...both, node: './src/index.ts' })).toHaveLength(1)
  expect(refused('.', { default: './src/index.ts', browser: './src/browser.ts' })).toHaveLength(1)
  expect(refused('./browser', both)).toHaveLength(1)
})

test('what a package is built with is a development dependency', () => {
  const config = [readSource('apps/web/vite.config.ts', `import { defineConfig } from 'vite'`)]
  const problems = (contents: object) =>
    manifests({ file: 'apps/web/package.json', room: 'apps/web', text: JSON.stringify(contents) }, config).map(
      ({ problem }) => problem,
    )
  expect(problems({ devDependencies: { vite: '1' } })).toEqual([])
  expect(problems({})).toEqual(['vite is imported to build it and not listed'])
})
