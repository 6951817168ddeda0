import { type Config, type Endpoint, notesOf } from '../config.ts'
import { ownAddresses } from '../own-addresses.ts'
import { urlOf } from './url-of.ts'

const whoMayRegister: Readonly<Record<Config['registration'], string>> = {
  closed: 'nobody may register',
  lan: "whoever is in this machine's own networks may register",
  invite: 'whoever has a code from seekyou invite add may register',
  open: 'everybody may register',
}

/** What the operator reads when the server has started, with the places where it really listens. */
export interface Started extends Pick<Config, 'udp' | 'http' | 'adminHttp' | 'data' | 'registration'> {
  readonly isEncrypted: boolean
  /** The name by which people reach this server. */
  readonly hostName?: string | undefined
  /** Where the first administrator chooses a password: `/setup#CODE`; `unseen`: a command is to tell. */
  readonly setupPath?: string | undefined
}

/** Ends with a line that begins with `ready`. */
export function greeting(
  { udp, http, adminHttp, data, registration, isEncrypted, hostName, setupPath }: Started,
  addresses = ownAddresses(),
): string {
  const ip = udp.host === '0.0.0.0' ? (addresses[0] ?? '127.0.0.1') : udp.host
  const inFolder = data === notesOf('data').shown ? '' : ` --data ${quoted(data)}`
  const hosts =
    udp.port === 4000
      ? `a line in its hosts file: ${ip} icq.mirabilis.com icq1.mirabilis.com`
      : 'then it asks for port 4000: serve with --udp 0.0.0.0:4000'
  const names = { isEncrypted, hostName, addresses }
  const inBrowsers = http ? `In a browser         ${urlOf(http, names)}\n` : ''
  const setup =
    adminHttp && setupPath === 'unseen'
      ? `Become administrator npx seekyou admin link${inFolder}\n`
      : adminHttp && setupPath
        ? `Become administrator ${urlOf(adminHttp, names, setupPath)} (once, within an hour)\n`
        : ''
  return `\
Seekyou, a server for ICQ protocol version 2

udp ${udp.host}:${udp.port}
${lineOf('http', http)}${lineOf('admin', adminHttp)}data ${data}

${inBrowsers}${setup}Make an account      npx seekyou user add${inFolder} --uin 100001 --nick alpha
Or from a client     ${whoMayRegister[registration]} (--registration ${registration})
Point a client here  server ${hostName ?? ip}, port ${udp.port}
No such setting?     ${hosts}

ready; Ctrl+C stops`
}

const lineOf = (what: string, endpoint: Endpoint | undefined): string =>
  endpoint ? `${what} ${endpoint.host}:${endpoint.port}\n` : ''

/** A path as one word for a shell. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./\\-]+$/.test(path)
    ? path
    : process.platform === 'win32'
      ? `"${path}"`
      : `'${path.replaceAll("'", "'\\''")}'`
