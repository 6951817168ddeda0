import { newHasher } from '@seekyou/node-edge'
import { runSeekyou } from '../../e2e/run-seekyou.ts'
import { password } from '../../e2e/started-server.ts'
import { firstUin } from '../subjects.ts'

/**
 * Makes `users` accounts that will sign on, behind them as many that only the flood tries, and then those who chat, all with
 * hashes of the default cost. The server remembers a good password with its hash, so each user has a hash of their own; nobody ever gives the right
 * password of the others, so these share one.
 */
export async function prepareStorm(data: string, users: number, chatters: number): Promise<void> {
  const passwordHash = await newHasher().hashPassword({ password: new TextEncoder().encode('never given') })
  const rows = Array.from({ length: 2 * users + chatters }, (_, index) =>
    JSON.stringify({
      uin: firstUin + index,
      nick: `user ${index}`,
      ...(index < users || index >= 2 * users ? { password } : { passwordHash }),
    }),
  )
  const { exitCode, stderr } = await runSeekyou(['user', 'import', '-', '--data', data], {
    input: `${rows.join('\n')}\n`,
  })
  if (exitCode !== 0) throw new Error(`user import failed: ${stderr}`)
}
