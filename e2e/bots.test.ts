import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { connect } from '@seekyou/sdk'
import { expect, test } from 'vitest'
import { password } from './started-server.ts'
import { useServer } from './use-server.ts'

const place = useServer()
const echo = join(import.meta.dirname, '..', 'packages', 'sdk', 'examples', 'echo.ts')

/** Resolves when the process has written something that fits. */
function hasSaid(child: ChildProcess, wanted: RegExp): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
      if (wanted.test(said)) resolve()
    })
    child.once('exit', () => reject(new Error(`the bot has ended: ${said}`)))
  })
}

test('a bot in a process of its own answers over real datagrams, and leaves in order', async () => {
  const [botUin, ownUin] = [place.newUin(), place.newUin()]
  const server = `127.0.0.1:${place.server.port}`
  const child = spawn(process.execPath, [echo, '--server', server, '--uin', String(botUin)], {
    env: { ...process.env, SEEKYOU_PASSWORD: password },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  try {
    await hasSaid(child, /is on line/)
    await using ann = await connect({ server, uin: ownUin, password, contacts: [botUin] })
    const [answer] = await Promise.all([ann.once('message'), ann.send(botUin, 'hello')])
    expect(answer).toMatchObject({ from: botUin, text: 'hello' })
    const [left, [exitCode]] = await Promise.all([ann.once('offline'), once(child, 'exit'), child.kill('SIGINT')])
    expect(left.uin).toBe(botUin)
    expect(exitCode).toBe(0)
  } finally {
    child.kill('SIGKILL')
  }
})
