// The table of who may open which door. A package's own tests may open the same doors; what they may do beyond is said in
// `who-may-import.ts`.

/** What the sources of one package may import. */
export interface Guests {
  /** Packages of this repository, by short name; a trailing `(types)` allows `import type` only. */
  readonly packages: readonly string[]
  /** Packages from the registry. */
  readonly libraries: readonly string[]
  /** Which of its files may import `node:*`. */
  readonly node: 'all' | 'main' | 'none'
  /** Pure packages know no clock, no dice and no machine: they run in a browser and in the simulator as they are. */
  readonly pure: boolean
}

const pure = (...packages: string[]): Guests => ({ packages, libraries: [], node: 'none', pure: true })

/** Keyed by the folder's name under `packages/`. A package that is missing here may import nothing at all. */
export const guestList: Readonly<Record<string, Guests>> = {
  language: pure(),
  wire: pure(),
  link: pure('wire', 'language'),
  dialect: pure('language', 'wire', 'link'),
  service: pure('language'),
  server: pure('language', 'wire (types)', 'dialect', 'link', 'service'),
  client: pure('language', 'dialect', 'link', 'wire'),
  'node-edge': { packages: ['language', 'wire', 'service'], libraries: [], node: 'all', pure: false },
  sdk: {
    packages: ['client', 'node-edge', 'language', 'wire', 'link', 'dialect', 'server', 'service', 'simulator'],
    libraries: [],
    node: 'none',
    pure: false,
  },
  // Requests are declared once, for the command line, the admin pages and the document of the HTTP API.
  office: { packages: [], libraries: ['zod'], node: 'none', pure: false },
  messenger: { packages: ['language', 'office (types)', 'sdk', 'wire'], libraries: [], node: 'none', pure: false },
  gateway: {
    packages: ['language', 'office', 'server (types)', 'wire'],
    libraries: ['@hono/node-server', 'hono', 'prom-client', 'ws', 'zod'],
    node: 'all',
    pure: false,
  },
  'create-seekyou-bot': { packages: [], libraries: ['@clack/prompts'], node: 'all', pure: false },
  'store-sql': { packages: ['language', 'service', 'server (types)'], libraries: ['kysely'], node: 'all', pure: false },
  simulator: {
    packages: ['server', 'client', 'service', 'language', 'wire', 'link', 'dialect'],
    libraries: [],
    node: 'main',
    pure: false,
  },
}
