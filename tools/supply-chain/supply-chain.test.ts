// What is installed with Seekyou: little, exactly the versions that were looked at, and nothing that runs while it is installed.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const read = <Contents>(path: string): Contents => JSON.parse(readFileSync(join(root, path), 'utf8')) as Contents

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
interface Locked extends Manifest {
  readonly link?: boolean
  /** Nothing but our own work needs it. */
  readonly dev?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const lock = read<{ readonly packages: Readonly<Record<string, Locked>> }>('package-lock.json')
const foreign = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
const manifests = new Map(
  ['package.json', ...globSync('{packages,apps}/*/package.json', { cwd: root })].map((path) => [
    path.replaceAll('\\', '/').replace(/\/?package\.json$/, ''),
    read<Manifest>(path),
  ]),
)
const listed = ({ dependencies, devDependencies, optionalDependencies }: Manifest) =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort()

test('nothing that is needed to run Seekyou runs anything while it is installed', () => {
  const scripted = foreign.filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript)
  expect(scripted.map(([path]) => path)).toEqual([])
})

test('the lock file knows what every package must weigh, to the bit', () => {
  expect(foreign.length).toBeGreaterThan(0)
  const unsealed = foreign.filter(([, { integrity }]) => !/^sha512-[\w+/]+=*$/.test(integrity ?? ''))
  expect(unsealed.map(([path]) => path)).toEqual([])
})

test('every manifest names exact versions, and the lock file the same', () => {
  for (const [room, manifest] of manifests) {
    const loose = listed(manifest).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    expect([room, loose]).toEqual([room, []])
    expect([room, listed(lock.packages[room] ?? {})]).toEqual([room, listed(manifest)])
  }
})

test('whoever adds a library for running Seekyou writes it down here', () => {
  const libraries = [...manifests.values()].flatMap(({ dependencies = {} }) => Object.keys(dependencies))
  const others = libraries.filter((name) => !name.startsWith('@seekyou/'))
  expect([...new Set(others)].sort()).toEqual([
    // 98.css and react are in the built pages.
    '98.css',
    '@clack/prompts',
    '@hono/node-server',
    'commander',
    'hono',
    'kysely',
    'pino',
    'prom-client',
    'react',
    'react-dom',
    'ws',
    'zod',
  ])
})
