import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const helpers = ['run.ts', 'json-sessions.ts']
const examples = readdirSync(import.meta.dirname).filter(
  (name) => !name.endsWith('.test.ts') && !helpers.includes(name),
)

test.each(examples)('%s starts, and says what it needs', async (example) => {
  const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
    const env = { PATH: process.env.PATH }
    execFile(process.execPath, [join(import.meta.dirname, example)], { env }, (error, _, said) =>
      resolve({ code: error?.code, said }),
    )
  })
  expect(said).toMatch(/^Say --server, --uin, --password.*, or set SEEKYOU_SERVER/)
  expect(code).toBe(2)
})
