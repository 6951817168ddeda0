import { networkInterfaces } from 'node:os'
import { type Config, notesOf } from '../config.ts'

const whoMayRegister: Readonly<Record<Config['registration'], string>> = {
  closed: 'nobody may register',
  lan: "whoever is in this machine's own networks may register",
  invite: 'whoever has a code from seekyou invite add may register',
  open: 'everybody may register',
}

/** What the operator reads when the server has started. `udp` is where it really listens. Ends with a line that begins with `ready`. */
export function greeting(
  { udp, data, registration }: Pick<Config, 'udp' | 'data' | 'registration'>,
  addresses = ownAddresses(),
): string {
  const host = udp.host === '0.0.0.0' ? (addresses[0] ?? '127.0.0.1') : udp.host
  const inFolder = data === notesOf('data').shown ? '' : ` --data ${quoted(data)}`
  const hosts =
    udp.port === 4000
      ? `a line in its hosts file: ${host} icq.mirabilis.com icq1.mirabilis.com`
      : 'then it asks for port 4000: serve with --udp 0.0.0.0:4000'
  return `\
Seekyou, a server for ICQ protocol version 2

udp ${udp.host}:${udp.port}
data ${data}

Make an account      npx seekyou user add${inFolder} --uin 100001 --nick alpha
Or from a client     ${whoMayRegister[registration]} (--registration ${registration})
Point a client here  server ${host}, port ${udp.port}
No such setting?     ${hosts}

ready; Ctrl+C stops`
}

/** The IPv4 addresses under which other machines may know this one. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** A path as one word for a shell. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./\\-]+$/.test(path)
    ? path
    : process.platform === 'win32'
      ? `"${path}"`
      : `'${path.replaceAll("'", "'\\''")}'`
