import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const program = join(import.meta.dirname, '..', 'bin', 'create-seekyou-bot.js')
const run = promisify(execFile)
const node = (cwd: string, ...given: string[]) => run(process.execPath, given, { cwd, env: cleanEnvironment() })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'create-seekyou-bot-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a project is made whose test passes and whose types are right', { timeout: 60_000 }, async () => {
  const { stdout } = await node(folder, program, 'parrot', '--server', 'icq.example.org', '--uin', '2345', '--yes')
  expect(stdout).toContain('parrot/src/bot.ts')
  const project = join(folder, 'parrot')
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'), 'junction')
  const tested = await node(project, '--test', '--test-reporter=tap').catch((error: { stdout: string }) => error)
  expect(tested.stdout).toContain('# pass 1')
  const checked = await node(project, join(root, 'node_modules', 'typescript', 'bin', 'tsc')).catch(
    (error: { stdout: string }) => error,
  )
  expect(checked.stdout).toBe('')
  expect(await readFile(join(project, '.env'), 'utf8')).toContain('SEEKYOU_UIN=2345')
  expect(await readFile(join(project, '.gitignore'), 'utf8')).toContain('.env')
})

test('a name with quotes does no harm', { timeout: 60_000 }, async () => {
  await node(folder, program, "Bob's Bot!", '--name', "Bob's \\ bot", '--yes')
  const project = join(folder, "Bob's Bot!")
  expect(JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))).toMatchObject({ name: 'bob-s-bot' })
  await node(project, '--check', 'src/bot.ts')
})

test('nothing is written over, and wrong answers are explained', async () => {
  const fails = async (...given: string[]) => {
    const failure = await node(folder, program, ...given).catch((error: { code: number; stderr: string }) => error)
    return 'code' in failure ? `${failure.code}: ${failure.stderr.trim()}` : 'no failure'
  }
  await writeFile(join(folder, 'file'), '')
  expect(await fails('.', '--yes')).toBe('1: . is not empty: choose another folder.')
  expect(await fails('one', '--uin', 'x', '--yes')).toBe('1: x is no UIN: write a number from 1 to 4294967295.')
  expect(await fails('one', '--server', "a'b", '--yes')).toContain('is no server')
  expect(await fails('one', 'two')).toContain('One folder at a time')
  expect(await fails('one', '--what')).toContain('--what')
})

/** Tests inside of tests must not believe that they are part of this one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...rest } = process.env
  return rest
}
