import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

test.concurrent('each way to point a client here can go into a file', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  await run(['invite', 'add'])
  const env = { SEEKYOU_UDP: '192.0.2.7:4000' }
  expect(await run(['old-clients', '--hosts'], { env })).toEqual(
    quiet('192.0.2.7\ticq.mirabilis.com\r\n192.0.2.7\ticq1.mirabilis.com\r\n'),
  )
  expect(await run(['old-clients', '--registry'], { env })).toEqual(quiet(/^REGEDIT4\r\n\r\n\[HKEY_CURRENT_USER\\/))
  expect(await run(['old-clients'], { env })).toEqual(
    quiet(/server 192\.0\.2\.7, port 4000\n[\s\S]*C:\\WINDOWS\\HOSTS\n/),
  )
  expect((await run(['old-clients'], { env: { SEEKYOU_UDP: '5000' } })).out).toContain('it listens on 5000')
  expect(await run(['old-clients', '--hosts', '--registry'])).toEqual(complaint(2, /Choose one of/))
})
