import { posix } from 'node:path'
import { type Finding, finding } from './finding.ts'
import type { Source } from './source.ts'
import { isExample, libraryOf } from './who-may-import.ts'

/** What the rules read of a `package.json`. */
export interface Manifest {
  /** Path of the `package.json` from the root. */
  readonly file: string
  readonly text: string
  /** `packages/link`, `apps/seekyou`. */
  readonly room: string
}

interface Contents {
  name?: string
  exports?: Record<string, Target>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

/** A file; for two machines a file each. */
type Target = string | Readonly<Record<string, string>>

const doors: Readonly<Record<string, string>> = { '.': './src/index.ts', './testing': './src/testing/index.ts' }

/** Dependencies say exactly what the sources import, and the doors are `.`, which browsers may have one of their own for, and `./testing`. */
export function manifests(manifest: Manifest, sources: readonly Source[]): Finding[] {
  const { exports = {}, dependencies = {}, devDependencies = {} } = JSON.parse(manifest.text) as Contents
  const lineOf = (key: string): number =>
    Math.max(1, manifest.text.split('\n').findIndex((line) => line.includes(`"${key}"`)) + 1)
  const own = sources.filter((source) => source.room === manifest.room && !isExample(source.file))
  const builds = (source: Source): boolean => !/^[^/]+\/[^/]+\/(src|bin)\//.test(source.file)
  const used = librariesOf(own.filter((source) => !source.forTests && !builds(source)))
  const usedToBuild = librariesOf(own.filter(builds))
  const usedByTests = librariesOf(own.filter((source) => source.forTests)).filter((name) =>
    name.startsWith('@seekyou/'),
  )
  // What is behind the door `./testing` is for guests, who need what it imports.
  const usedByKit = librariesOf(own.filter(({ file }) => file.includes('/src/testing/') && !file.endsWith('.test.ts')))
  const at = (key: string, problem: string, remedy: string) => finding(manifest.file, lineOf(key), problem, remedy)
  return [
    ...Object.entries(exports)
      .filter(([door, target]) => !isDoor(door, target, (path) => own.some(({ file }) => file === path), manifest.room))
      .map(([door]) =>
        at(door, `${door} is no door of this house`, "export only '.' and './testing', from their index.ts"),
      ),
    ...Object.keys(dependencies)
      .filter((name) => !used.includes(name) && !('./testing' in exports && usedByKit.includes(name)))
      .map((name) => at(name, `${name} is listed and no source imports it`, 'remove it from dependencies')),
    ...used
      .filter((name) => !(name in dependencies))
      .map((name) => at('dependencies', `${name} is imported and not listed`, 'add it to dependencies')),
    ...usedToBuild
      .filter((name) => !(name in dependencies) && !(name in devDependencies))
      .map((name) =>
        at('devDependencies', `${name} is imported to build it and not listed`, 'add it to devDependencies'),
      ),
    ...usedByTests
      .filter((name) => !(name in dependencies) && !(name in devDependencies))
      .map((name) => at('dependencies', `${name} is imported by tests and not listed`, 'add it to devDependencies')),
  ]
}

/** `{ "browser": …, "default": … }`, in this order and nothing else, stands for one door in two machines. */
function isDoor(door: string, target: Target, exists: (path: string) => boolean, room: string): boolean {
  if (typeof target === 'string') return doors[door] === target
  if (Object.keys(target).join() !== 'browser,default' || doors[door] !== target.default) return false
  return Object.values(target).every((file) => file.startsWith('./src/') && exists(posix.join(room, file)))
}

function librariesOf(sources: readonly Source[]): string[] {
  const names = sources.flatMap((source) => source.imports.map((one) => one.specifier))
  return [...new Set(names.filter((name) => !/^(\.|node:)/.test(name)).map(libraryOf))].sort()
}
