import { expect, test } from 'vitest'
import { complaint, home, quiet } from './testing/home.ts'

test.concurrent('it says what it is, and what it does not understand', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  expect(await run(['--version'])).toEqual(quiet(/^\d+\.\d+\.\d+\n$/))
  expect(await run(['--help'])).toEqual(quiet(/serve[\s\S]*user[\s\S]*invite[\s\S]*inspect/))
  expect(await run(['serve', '--help'])).toEqual(quiet(/--udp <HOST:PORT>[\s\S]*SEEKYOU_UDP/))
  expect(await run(['sevre'])).toEqual(complaint(2, /^seekyou: unknown command 'sevre'\n\(Did you mean serve\?\)\n$/))
  expect(await run(['serve', '--upd', '1'])).toEqual(complaint(2, /^seekyou: unknown option '--upd'\n.*--udp\?\)\n$/))
  expect(await run(['serve', '--udp', 'x'])).toEqual(
    complaint(2, /^seekyou: option '--udp <HOST:PORT>' argument 'x' is invalid\. .*\n$/),
  )
  expect(await run(['user', 'list'], { env: { SEEKYOU_LOGG: 'x' } })).toEqual(
    complaint(1, /^seekyou: warning: .* did you mean SEEKYOU_LOG\?\nseekyou: There is no data folder .*\n$/),
  )
})
