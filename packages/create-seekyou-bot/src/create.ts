import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** What is to be made. */
export interface Plan {
  /** The folder, made if need be. */
  readonly directory: string
  /** What people call the bot. */
  readonly name: string
  /** Where it signs on, such as `icq.example.org:4000`. */
  readonly server: string
  readonly uin: number
}

/** Why nothing was made, as a sentence for the person who asked. */
export class Complaint extends Error {}

const templates = join(import.meta.dirname, '..', 'template')
/** Each file, and its template: files that begin with a dot would be left out of packages. */
const files: Readonly<Record<string, string>> = {
  'package.json': 'package.json',
  'tsconfig.json': 'tsconfig.json',
  'README.md': 'README.md',
  '.gitignore': 'gitignore',
  '.env': 'env',
  'src/bot.ts': 'src/bot.ts',
  'src/main.ts': 'src/main.ts',
  'src/bot.test.ts': 'src/bot.test.ts',
}

/** Writes a small project and returns the names of its files. Throws `Complaint` rather than write over anything. */
export async function createBot(plan: Plan): Promise<readonly string[]> {
  const folder = resolve(plan.directory)
  await mkdir(folder, { recursive: true })
  const isEmpty = (await readdir(folder)).length === 0
  if (!isEmpty) throw new Complaint(`${plan.directory} is not empty: choose another folder.`)
  const words = await wordsOf(plan)
  for (const [file, template] of Object.entries(files)) {
    const text = await readFile(join(templates, `${template}.template`), 'utf8')
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(
      path,
      text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? ''),
      { flag: 'wx' },
    )
  }
  return Object.keys(files)
}

async function wordsOf({ directory, name, server, uin }: Plan): Promise<Readonly<Record<string, string>>> {
  const own = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')
  const { version } = JSON.parse(own) as { version: string }
  return {
    name: name.replaceAll(/\s+/g, ' '),
    package: packageName(basename(resolve(directory))),
    server,
    uin: String(uin),
    sdk: `^${version}`,
    greeting: `'${`I am ${name}. Ask me for /time, and I repeat everything else.`.replaceAll(/['\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}'`,
  }
}

/** A name that npm allows, from any name of a folder. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9._~-]+/g, '-')
    .replaceAll(/^[._-]+|-+$/g, '')
  return name || 'bot'
}
