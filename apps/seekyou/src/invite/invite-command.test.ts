import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

test.concurrent('invites are made, shown and withdrawn', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  expect(await run(['invite', 'add', 'WELCOME', '--uses', '3'])).toEqual(quiet('WELCOME\n'))
  expect(await run(['invite', 'add', '--expires', '7d'])).toEqual(quiet(/^[a-z2-9]{8}\n$/))
  expect(await run(['invite', 'list'])).toEqual(
    quiet(
      /^code +uses left +good until +made by\nWELCOME +3 +for ever\n[a-z2-9]{8} +1 +\d{4}-\d\d-\d\d \d\d:\d\d UTC\n$/,
    ),
  )
  expect(await run(['invite', 'remove', 'WELCOME'])).toEqual(quiet('Removed WELCOME.\n'))
  expect(await run(['invite', 'add', '--expires', 'soon'])).toEqual(complaint(2, /such as 7d for a week/))
})
