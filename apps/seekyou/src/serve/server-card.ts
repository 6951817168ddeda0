import type { ServerCard } from '@seekyou/gateway'
import type { Config } from '../config.ts'
import { version } from '../version.ts'

/** What a browser is told before anybody signs on. */
export function serverCard(
  { name, hostName }: Pick<Config, 'name' | 'hostName'>,
  {
    mode,
    isNear,
    udpPort,
  }: { readonly mode: ServerCard['registration']; readonly isNear: boolean; readonly udpPort: number },
): ServerCard {
  const mayRegister = mode === 'open' || mode === 'invite' || (mode === 'lan' && isNear)
  return { name, registration: mode, mayRegister, udpPort, hostName, version }
}
