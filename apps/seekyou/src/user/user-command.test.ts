import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

/** A day in the life of a small server's accounts. */
async function life(run: ReturnType<typeof home>['run']): Promise<void> {
  expect(await run(['user', 'add', '--uin', '100001', '--nick', 'alpha', '--password', 'secret'])).toEqual(
    quiet('Added 100001, alpha.\n'),
  )
  expect(
    await run(['user', 'add', '--uin', '1234567', '--nick', 'Ёж', '--password', '-', '--code-page', 'windows-1251'], {
      input: 'ёлка\nrest',
    }),
  ).toEqual(quiet('Added 1234567, Ёж.\n'))
  const today = new Date().toISOString().slice(0, 10)
  expect(await run(['user', 'list'])).toEqual(
    quiet(
      `    UIN  nick   code page      since       waiting  last on  banned  leaves
 100001  alpha  windows-1252?  ${today}
1234567  Ёж     windows-1251   ${today}

2 accounts
`,
    ),
  )
  expect(await run(['user', 'add', '--uin', '100001', '--nick', 'x', '--password', 'x'])).toEqual(
    complaint(1, /^seekyou: .*100001.*\n$/),
  )
  expect(await run(['user', 'set', '100001', '--nick', 'gamma', '--password', 'ninechars'])).toEqual({
    code: 0,
    out: 'Changed 100001.\n',
    err: expect.stringMatching(/^seekyou: warning: the password has more than 8 characters.*\n$/),
  })
  const settings = [
    '--first',
    'Ann',
    '--authorization',
    'on',
    '--searchable',
    'off',
    '--stored-max',
    '5',
    '--direct',
    'off',
  ]
  expect(await run(['user', 'set', '100001', ...settings])).toEqual(quiet('Changed 100001.\n'))
  expect(await run(['user', 'show', '100001'])).toEqual(
    quiet(
      `UIN                     100001
nick                    gamma
first name              Ann
e-mail is published     no
wants to be asked       yes
can be searched for     no
code page               windows-1252?
direct connections      no
messages that may wait  5
limits                  on
account since           ${today}
messages waiting        0
`,
    ),
  )
  expect(await run(['user', 'ban', '1234567', '--reason', 'spam'])).toEqual(quiet('Banned 1234567.\n'))
  expect((await run(['user', 'list'])).out).toMatch(new RegExp(`^1234567 .* ${today} {2,}${today}$`, 'm'))
  const exported = await run(['user', 'export'])
  expect(
    exported.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  ).toEqual([
    expect.objectContaining({
      uin: 100_001,
      nick: 'gamma',
      first: 'Ann',
      passwordHash: expect.stringMatching(/^\$argon2id\$/),
    }),
    expect.objectContaining({ uin: 1_234_567, nick: 'Ёж', codePage: 'windows-1251', ban: expect.anything() }),
  ])
  expect(await run(['user', 'remove', '1234567'])).toEqual(complaint(2, /^seekyou: There is no terminal .*--yes.*\n$/))
  expect(await run(['user', 'remove', '1234567', '--yes'])).toEqual(
    quiet(
      /^1234567 is banned, and will be removed on \d{4}-\d\d-\d\d; seekyou user restore 1234567 takes that back\.\n$/,
    ),
  )
  expect((await run(['user', 'show', '1234567'])).out).toMatch(/^will be removed +\d{4}-/m)
  expect(await run(['user', 'restore', '1234567'])).toEqual(quiet('1234567 stays.\n'))
  expect((await run(['user', 'list', '--search', 'ЁЖ', '--only', 'banned'])).out).toMatch(
    /\n1234567 .*\n\n1 account\n$/,
  )
  expect(await run(['user', 'list', '--search', 'nobody'])).toEqual(quiet('No account was found.\n'))
  expect(await run(['user', 'remove', '1234567', '--yes', '--now'])).toEqual(quiet('Removed 1234567.\n'))
  const { out } = await run(['user', 'list', '--json'])
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).uin),
  ).toEqual([100_001])
}

test.concurrent('accounts are kept without a server', async ({ onTestFinished }) => {
  const { data, run } = home(onTestFinished)
  await life(run)
  expect(statSync(data).mode & 0o777).toBe(0o700)
})

test.concurrent('accounts are kept through a running server', async ({ onTestFinished }) => {
  const { run, serve } = home(onTestFinished)
  const server = await serve()
  await life(run)
  server.child.kill('SIGTERM')
  expect((await server.end).code).toBe(0)
})

test.concurrent('accounts come in and go out as JSON lines', async ({ onTestFinished }) => {
  const { folder, run } = home(onTestFinished)
  const file = join(folder, 'accounts.jsonl')
  writeFileSync(
    file,
    `{"uin":1000,"password":"a","nick":"one"}
no json

{"uin":999,"password":"a","nick":"low"}
{"uin":1001,"password":"b","nick":"two"}
{"uin":1000,"password":"a","nick":"again"}
{"uin":1002,"nick":"neither"}
`,
  )
  expect(await run(['user', 'import', file])).toEqual({
    code: 1,
    out: '2 accounts added, 4 lines refused.\n',
    err: `seekyou: line 2: the line is no JSON
seekyou: line 4: uin is no whole number from 1000 to 4294967295
seekyou: line 7: give either password or passwordHash
seekyou: line 6: The number 1000 is taken.
`,
  })
  const saved = join(folder, 'saved.jsonl')
  expect(await run(['user', 'export', saved])).toMatchObject({ code: 0, out: '' })
  expect(statSync(saved).mode & 0o777).toBe(0o600)
  const elsewhere = { SEEKYOU_DATA: join(folder, 'other') }
  expect(await run(['user', 'import', '-'], { input: readFileSync(saved, 'utf8'), env: elsewhere })).toEqual(
    quiet('2 accounts added, 0 lines refused.\n'),
  )
  expect((await run(['user', 'export'], { env: elsewhere })).out).toContain(
    (JSON.parse(readFileSync(saved, 'utf8').split('\n')[0] ?? '') as { passwordHash: string }).passwordHash,
  )
  expect(await run(['user', 'import', join(folder, 'none')])).toEqual(complaint(1, /^seekyou: There is no file .*\n$/))
})

test.concurrent('what is missing or wrong is said before anything is done', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  expect(await run(['user', 'add', '--nick', 'a'])).toEqual(
    complaint(2, /^seekyou: There is no terminal .*--password.*\n$/),
  )
  expect(await run(['user', 'add', '--nick', 'a', '--password', '-'])).toEqual(
    complaint(2, /^seekyou: Standard input is empty.*\n$/),
  )
  expect(await run(['user', 'add', '--nick', 'a', '--password', 'x', '--uin', '12'])).toEqual(
    complaint(2, /A UIN is a whole number from 1000/),
  )
  expect(await run(['user', 'set', '1000'])).toEqual(complaint(2, /^seekyou: Nothing to change: .*\n$/))
  for (const [option, value, sentence] of [
    ['--searchable', 'maybe', /Choose one of on, off\.\n$/],
    ['--direct', 'lan', /Choose one of on, off, default\.\n$/],
    ['--stored-max', 'many', /Write a whole number from 0 to 999999, or default\.\n$/],
  ] as const) {
    expect(await run(['user', 'set', '1000', option, value])).toEqual(complaint(2, sentence))
  }
  expect(await run(['user', 'list'])).toEqual(complaint(1, /^seekyou: There is no data folder/))
})
