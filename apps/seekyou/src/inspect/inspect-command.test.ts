import { expect, test } from 'vitest'
import { complaint, home, quiet } from '../testing/home.ts'

const keepAlive = '02002e0401008f762000'

test.concurrent('the inspector takes datagrams from its arguments', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  expect(await run(['inspect', keepAlive])).toEqual(
    quiet(/^keepAlive {2}042E · client → server · version 2 · 10 bytes\n[\s\S]*2127503/),
  )
  const json = '{"version":2,"from":"client","code":"042e","name":"keepAlive","sequence":1,"uin":2127503,"fields":{}}\n'
  expect(await run(['inspect', '--json', keepAlive, keepAlive])).toEqual(quiet(json + json))
  expect(await run(['inspect', '--json', '02', '00', '2e:04', '0x0100', '8f762000'])).toEqual(quiet(json))
  expect(await run(['inspect', '--json', '02 00 0A 00 12 00'])).toEqual(
    quiet('{"version":2,"from":"server","code":"000a","name":"ack","sequence":18,"fields":{}}\n'),
  )
  expect(await run(['inspect', 'hello'])).toEqual(complaint(2, /^seekyou: “h” is no hexadecimal digit.*\n$/))
  expect(await run(['inspect'])).toEqual(complaint(2, /^seekyou: There is nothing to inspect.*\n$/))
  expect(await run(['inspect', keepAlive, '--channel', 'chat'])).toEqual(complaint(2, /--from peer/))
})

test.concurrent('the inspector takes datagrams from lines, and goes on after a bad one', async ({ onTestFinished }) => {
  const { run } = home(onTestFinished)
  const { code, out, err } = await run(['inspect', '--json', '-'], { input: `${keepAlive}\n\n0200x\n${keepAlive}\n` })
  expect({ code, err, lines: out.trimEnd().split('\n').length }).toEqual({
    code: 2,
    err: 'seekyou: line 3: “x” is no hexadecimal digit: write bytes such as 02 00 e8 03.\n',
    lines: 2,
  })
})
