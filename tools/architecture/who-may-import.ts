import { posix } from 'node:path'
import { type Guests, guestList } from './doors.ts'
import { type Finding, finding } from './finding.ts'
import type { Import, Source } from './source.ts'

const scope = '@seekyou/'
/** What every test may use beside its package's own guests. */
const testLibraries = ['vitest', 'fast-check']

/** Each import of a file against the table in `doors.ts`. */
export function whoMayImport(source: Source): Finding[] {
  return source.imports.flatMap((one) => {
    const problem = one.specifier.startsWith('.') ? throughTheWindow(source, one) : throughTheDoor(source, one)
    return problem ? [finding(source.file, one.line, problem[0], problem[1])] : []
  })
}

type Problem = readonly [problem: string, remedy: string] | undefined

function throughTheWindow(source: Source, { specifier }: Import): Problem {
  const target = posix.join(posix.dirname(source.file), specifier)
  const [top, name] = target.split('/')
  if ((top !== 'packages' && top !== 'apps') || `${top}/${name}` === source.room) return undefined
  const remedy = top === 'packages' ? `import it from '${scope}${name}'` : 'start the program instead of importing it'
  return [`${specifier} climbs into ${top}/${name} through the window`, remedy]
}

function throughTheDoor(source: Source, one: Import): Problem {
  const { specifier } = one
  const [area, name] = source.room.split('/')
  const guests = area === 'packages' ? (guestList[name as string] ?? nobody) : undefined
  if (specifier.startsWith(scope)) return door(source, one, guests)
  if (!guests || source.forTests) return undefined
  if (specifier.startsWith('node:')) {
    if (guests.node === 'all' || isExample(source.file) || (guests.node === 'main' && isMain(source.file)))
      return undefined
    return [`${name} may not import ${specifier}`, 'ask for it by a port and let an edge provide it']
  }
  if (guests.libraries.includes(libraryOf(specifier)) || testLibraries.includes(specifier)) return undefined
  return [
    `${name} may not import the library ${specifier}`,
    'write it in a few lines, or add the library to doors.ts with a reason',
  ]
}

function door(source: Source, { specifier, typesOnly }: Import, guests: Guests | undefined): Problem {
  const [target = '', ...deeper] = specifier.slice(scope.length).split('/')
  const own = source.room === `packages/${target}`
  if (own && isExample(source.file)) return undefined
  if (own) return [`${specifier} is the package itself`, 'use a relative import']
  if (deeper.length > 0 && deeper.join('/') !== 'testing') {
    return [`${specifier} is no door`, `export it from packages/${target}/src/index.ts and import '${scope}${target}'`]
  }
  if (!guests) return undefined
  if (deeper.length > 0 && !source.forTests && source.room !== 'packages/simulator') {
    return [`${specifier} is for tests only`, `import '${scope}${target}', or move the code under src/testing/`]
  }
  if (guests.packages.includes(target)) return undefined
  const room = source.room.slice('packages/'.length)
  if (guests.packages.includes(`${target} (types)`)) {
    if (typesOnly || source.forTests) return undefined
    return [
      `${room} may import only types from ${specifier}`,
      'write `import type`, or pass the value in as an argument',
    ]
  }
  return [`${room} may not import ${specifier}`, 'pass it in as an argument, or move the code to the package that may']
}

const nobody: Guests = { packages: [], libraries: [], node: 'none', pure: false }

/** Examples are written as somebody else would: they come in by the door, and are programs. */
export const isExample = (file: string): boolean => /^packages\/[^/]+\/examples\//.test(file)

const isMain = (file: string): boolean => /\/src\/(.+\/)?main(\.ts$|\/)/.test(file)

/** `@clack/prompts/x` and `@clack/prompts` are one library. */
export const libraryOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
