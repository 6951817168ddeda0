import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { clientPackets, peerPackets, serverPackets } from '@seekyou/wire'
import { describe, expect, test } from 'vitest'
import { documents } from './documents.ts'
import { flows } from './flows-page.ts'
import { slug } from './markdown.ts'
import { betweenPeers } from './peers.ts'
import { quirks } from './quirks.ts'
import { playsIn } from './quirks-page.ts'
import { sent } from './sent.ts'
import { served } from './served.ts'

const root = join(import.meta.dirname, '..', '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
const written = documents(root)
const onDisk = readdirSync(join(root, 'docs', 'protocol'), { recursive: true, encoding: 'utf8' })
  .map((path) => `docs/protocol/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.md'))

test.each([...written.keys()])('%s is what `npm run docs` writes', (path) => {
  expect(onDisk, `${path} is missing: npm run docs`).toContain(path)
  expect(text(path) === written.get(path), `${path} is stale: npm run docs`).toBe(true)
})

test('nothing says that it is generated and is not', () => {
  const claiming = onDisk.filter((path) => text(path).startsWith('<!-- Generated'))
  expect(claiming.sort()).toEqual([...written.keys()].sort())
})

test.each([
  ['served', served, clientPackets],
  ['sent', sent, serverPackets],
  ['peers', betweenPeers, peerPackets],
])('%s.ts has words for every packet, and for no other', (_, words, packets) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(packets).sort())
})

describe.each(onDisk)('%s', (path) => {
  const links = [...text(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))

  test('leads somewhere with every link', () => {
    for (const link of links) {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file).replaceAll('\\', '/')
      const content = text(target)
      if (anchor !== undefined) expect(anchorsIn(content), `${link} in ${path}`).toContain(anchor)
    }
  })
})

test('every page that the sources refer to exists', () => {
  const pages = new Set(
    sourcesUnder('packages', 'apps', 'e2e', 'interop').flatMap((path) => text(path).match(cited) ?? []),
  )
  expect([...pages].filter((page) => !onDisk.includes(page))).toEqual([])
})

test('no two headings of a page have the same address', () => {
  for (const path of onDisk) {
    const anchors = anchorsIn(text(path))
    expect(new Set(anchors).size, path).toBe(anchors.length)
  }
})

test('every answer of the server is part of a flow, or is never sent', () => {
  const shown = new Set(flows.flatMap(({ steps }) => steps.map((step) => ('schema' in step ? step.schema.name : ''))))
  const hidden = Object.keys(sent).filter((name) => !shown.has(name) && !/^never/.test(sent[name as keyof typeof sent]))
  expect(hidden).toEqual(['newUserFail', 'updateFail', 'changePasswordFail'])
})

test('every play that is named after a quirk shows one that is listed', () => {
  expect(quirks).toHaveLength(41)
  for (const play of playsIn(root)) {
    const number = Number(play.slice(1, 3))
    expect(number >= 1 && number <= quirks.length, `${play}: no such quirk`).toBe(true)
  }
})

const cited = /docs\/protocol\/[\w/-]+\.md/g

function sourcesUnder(...rooms: string[]): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
      .map((path) => `${room}/${path}`),
  )
}

function anchorsIn(markdown: string): string[] {
  return [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    slug(heading),
  )
}
