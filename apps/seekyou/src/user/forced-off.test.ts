import { createSocket } from 'node:dgram'
import { expect, test } from 'vitest'
import { parseHex } from '../inspect/hex.ts'
import { home, quiet } from '../testing/home.ts'

/** Signs on as 7654321 with the password `pass`, as Licq did. */
const login = parseHex(
  '02 00 E8 03 01 00 B1 CB 74 00 00 00 00 00 05 00 70 61 73 73 00 72 00 04 00 7F 00 00 01 04 00 00 00 00 03 00 00 00 02 00 00 00 00 00 04 00 72 00',
)
const loginReply = 0x005a
const goAway = 0x0028

for (const [what, ...change] of [
  ['a removed account', 'remove', '7654321', '--yes'],
  ['an account with a new password', 'set', '7654321', '--password', 'other'],
]) {
  test.concurrent(`${what} is signed off at once`, async ({ onTestFinished }) => {
    const { run, serve } = home(onTestFinished)
    const server = await serve()
    const port = Number(/^udp 127\.0\.0\.1:(\d+)$/m.exec(server.soFar.out)?.[1])
    expect(await run(['user', 'add', '--uin', '7654321', '--nick', 'a', '--password', 'pass'])).toEqual(
      quiet('Added 7654321, a.\n'),
    )
    const socket = createSocket('udp4')
    onTestFinished(() => void socket.close())
    const hear = (command: number): Promise<void> =>
      new Promise((resolve) => {
        socket.on('message', (datagram) => datagram.readUInt16LE(2) === command && resolve())
      })
    const heard = hear(loginReply)
    socket.send(login, port, '127.0.0.1')
    await heard
    const dismissed = hear(goAway)
    expect(await run(['user', ...change])).toMatchObject({ code: 0 })
    await dismissed
  })
}
