import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

const password = 'four words and one'

test.concurrent('administrators and tokens are kept without a server', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  expect(await run(['admin', 'add', 'ann', '--password', 'short'])).toEqual(complaint(2, /at least 12 characters/))
  expect(await run(['admin', 'add', 'ann', '--password', '-'], { input: `${password}\n` })).toEqual(
    quiet('Added ann.\n'),
  )
  expect(await run(['admin', 'list'])).toEqual(quiet(/^name {2}since\nann {3}\d{4}-\d\d-\d\d \d\d:\d\d UTC\n$/))
  expect(await run(['admin', 'password', 'ann', '--password', `${password}!`])).toEqual(
    quiet('ann has another password.\n'),
  )
  expect(await run(['admin', 'remove', 'ann'])).toEqual(complaint(1, /ann is the last administrator/))
  expect(await run(['admin', 'token', 'add', 'backup'])).toEqual(quiet(/^seekyou_[\w-]{43}\n$/))
  expect(await run(['admin', 'token', 'list'])).toEqual(quiet(/^name +since +last used\nbackup .* never\n$/))
  expect(await run(['admin', 'token', 'list', '--json'])).toEqual(quiet(/^\{"name":"backup","createdAt":\d+\}\n$/))
  expect(await run(['admin', 'token', 'remove', 'backup'])).toEqual(quiet('Removed backup.\n'))
  expect(await run(['admin', 'link'])).toEqual(complaint(1, /^seekyou: No server runs/))
  const { out } = await run(['audit'])
  expect(out).toMatch(/ +by +what +whom\n.* terminal +removeToken +backup\n/)
  expect(out).not.toContain(password)
})

test.concurrent('a running server gives a link and never writes it into its log', async ({ onTestFinished }) => {
  const { run, serve } = home(onTestFinished)
  const server = await serve('--admin-http', '127.0.0.1:0', '--log', 'debug')
  expect(server.soFar.out).toMatch(/^Become administrator npx seekyou admin link --data \S+$/m)
  const { out } = await run(['admin', 'link'])
  const url = /^(http:\/\/127\.0\.0\.1:\d+\/setup)#([\w-]{22})\nGood once, until .* UTC\.\n$/.exec(out)
  expect(url?.[2]).toBeDefined()
  expect(await run(['registration', 'open'])).toEqual(quiet(/^Registration is now open: everybody/))
  expect(await run(['audit', '--count', '2', '--json'])).toEqual(
    quiet(/"what":"setRegistration","detail":"open"\}\n.*"what":"setupLink"\}\n$/),
  )
  server.child.kill('SIGTERM')
  const { out: said, err } = await server.end
  expect(said + err).not.toContain(url?.[2])
  expect(await run(['registration'])).toEqual(quiet(/^Registration is open: everybody/))
  expect(await run(['registration', '--json'], { env: { SEEKYOU_REGISTRATION: 'closed' } })).toEqual(
    quiet('{"mode":"closed","isFixed":true}\n'),
  )
  expect(await run(['registration', 'all'])).toEqual(complaint(2, /Choose one of closed, lan, invite, open\./))
})
