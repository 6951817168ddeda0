import { lookup } from 'node:dns/promises'
import { parseIp4 } from '@seekyou/language'
import type { Answer, Ask } from '@seekyou/office'
import type { Registry } from '../control/registry.ts'
import { ownAddresses } from '../own-addresses.ts'

/** The names of the servers that the clients of the time were made with. */
const builtIn = ['icq.mirabilis.com', 'icq1.mirabilis.com']

const hostsFiles = [
  { system: 'Windows 95, 98 and Me', path: 'C:\\WINDOWS\\HOSTS' },
  { system: 'Windows NT 4 and 2000', path: 'C:\\WINNT\\system32\\drivers\\etc\\hosts' },
  { system: 'Windows XP and later', path: 'C:\\Windows\\System32\\drivers\\etc\\hosts' },
  { system: 'Linux and macOS', path: '/etc/hosts' },
]

/** How to point a client of the time at this server. */
export async function oldClients(
  _: Ask<'oldClients'>,
  { udp, hostName }: Pick<Registry, 'udp' | 'hostName'>,
): Promise<Answer<'oldClients'>> {
  const own = udp.host === '0.0.0.0' ? (ownAddresses()[0] ?? '127.0.0.1') : udp.host
  const host = hostName ?? own
  const address = hostName === undefined ? own : await addressOf(hostName, own)
  return {
    host,
    address,
    port: udp.port,
    hosts: builtIn.map((name) => `${address}\t${name}\r\n`).join(''),
    hostsFiles,
    registry: registryFile(host, udp.port),
  }
}

/** A hosts file knows addresses only. */
async function addressOf(hostName: string, otherwise: string): Promise<string> {
  if (parseIp4(hostName) !== undefined) return hostName
  const found = await lookup(hostName, 4).catch(() => undefined)
  return found?.address ?? otherwise
}

/** What the clients from 98 to 2003 read when they start. Regedit of Windows 95 knows this first line, and no later one knows no other. */
const registryFile = (host: string, port: number): string =>
  [
    'REGEDIT4',
    '',
    '[HKEY_CURRENT_USER\\Software\\Mirabilis\\ICQ\\DefaultPrefs]',
    `"Default Server Host"="${host}"`,
    `"Default Server Port"=dword:${port.toString(16).padStart(8, '0')}`,
    '',
  ].join('\r\n')
