import { runSeekyou } from '../e2e/run-seekyou.ts'
import type { StartedServer } from '../e2e/started-server.ts'

/** Of what a server says of itself, what is used here. */
export interface ServerStatus {
  readonly online: number
  readonly counters: Readonly<Record<'datagramsIn' | 'checksIgnored', number>>
}

/** What a running server says of itself. */
export async function statusOf({ data }: StartedServer): Promise<ServerStatus> {
  const { exitCode, stdout, stderr } = await runSeekyou(['status', '--json', '--data', data])
  if (exitCode !== 0) throw new Error(`status failed: ${stderr}`)
  return JSON.parse(stdout) as ServerStatus
}
