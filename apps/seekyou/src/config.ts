// Every option of the server and of its administration, each declared once. The flag (`--hash-cost`), the environment variable
// (`SEEKYOU_HASH_COST`) and the line of the help are derived from it by `flags.ts`.
import { resolve } from 'node:path'
import { firstPersonalUin, formatIp4, isLoopback, isUin, parseIp4 } from '@seekyou/language'
import { z } from 'zod'
import { codePageNames } from './code-page-names.ts'
import { defaultDataFolder } from './data-folder.ts'
import { durationMs } from './duration.ts'
import { isNetwork } from './networks.ts'

/** What help and error messages call the value of an option. */
interface Notes {
  readonly description: string
  readonly placeholder: string
  /** Given several times, it adds up instead of replacing what was said before. */
  readonly adds?: true
}

const notes = (placeholder: string, description: string): Notes & Record<string, unknown> => ({
  placeholder,
  description,
})

const oneOf = <const Choice extends string>(...choices: readonly Choice[]) =>
  z.enum(choices, { error: `Choose one of ${choices.join(', ')}.` })

/** Where to listen for HTTP; undefined: nowhere. */
const listener = (byDefault: string) =>
  z
    .string()
    .transform((text, context) => {
      if (text === 'off') return undefined
      const endpoint = parseEndpoint(text, '127.0.0.1')
      if (endpoint) return endpoint
      context.addIssue(
        'Write an IPv4 address and a port from 0 to 65535, such as 127.0.0.1:8080, a port alone, or off.',
      )
      return z.NEVER
    })
    .prefault(byDefault)

const fileName = z
  .string()
  .transform((file) => (file === '' ? undefined : resolve(file)))
  .prefault('')

/** How each option is written, checked and explained; `prefault` is what it is when nobody says. */
export const options = z.object({
  udp: z
    .string()
    .transform((text, context) => {
      const endpoint = parseEndpoint(text, '0.0.0.0')
      if (endpoint) return endpoint
      context.addIssue('Write an IPv4 address and a port from 0 to 65535, such as 0.0.0.0:4000, or a port alone.')
      return z.NEVER
    })
    .prefault('0.0.0.0:4000')
    .meta(notes('HOST:PORT', 'where to listen for ICQ clients; port 0 takes any free one')),
  http: listener('127.0.0.1:8080').meta(
    notes('HOST:PORT|off', 'where browsers find the web application; port 0 takes any free one'),
  ),
  adminHttp: listener('127.0.0.1:8081').meta(notes('HOST:PORT|off', 'where browsers find the admin pages')),
  tlsCert: fileName.meta(
    notes('FILE', 'a certificate (PEM) for both, read again when it changes; without one they speak HTTP'),
  ),
  tlsKey: fileName.meta(notes('FILE', 'the private key (PEM) of the certificate')),
  trustedProxy: z
    .string()
    .transform((text, context) => {
      const networks = partsOf(text)
      if (networks.every(isNetwork)) return networks
      context.addIssue('Write addresses or networks, such as 127.0.0.1,10.0.0.0/8.')
      return z.NEVER
    })
    .prefault('')
    .meta(notes('CIDR[,…]', 'reverse proxies who are believed when they say for whom they ask (X-Forwarded-For)')),
  origin: z
    .string()
    .transform((text, context) => {
      const origins = partsOf(text).map(originOf)
      if (origins.every((origin) => origin !== undefined)) return origins
      context.addIssue('Write where pages come from, such as https://chat.example.org.')
      return z.NEVER
    })
    .prefault('')
    .meta(notes('URL[,…]', 'other sites whose pages may connect here')),
  hostName: z
    .string()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.(?!$)|$))*$/i, 'Write a name such as icq.example.org.')
    .transform((text) => (text === '' ? undefined : text.toLowerCase()))
    .prefault('')
    .meta(notes('NAME', 'the name by which this server is reached, for people and old clients')),
  name: z
    .string()
    .min(1, 'Write a name.')
    .max(60, 'Write at most 60 characters.')
    .prefault('Seekyou')
    .meta(notes('TEXT', 'what the network is called')),
  data: z
    .string()
    .min(1, 'Name a folder.')
    .transform((folder) => resolve(folder))
    .prefault(defaultDataFolder)
    .meta(notes('DIR', 'the folder that keeps accounts and messages')),
  registration: oneOf('closed', 'lan', 'invite', 'open')
    .prefault('lan')
    .meta(notes('MODE', 'who may get a new number from a client: closed, lan, invite or open')),
  limits: oneOf('on', 'off')
    .transform((choice) => choice === 'on')
    .prefault('on')
    .meta(notes('on|off', 'limits per client; off is for benchmarks on loopback only')),
  limit: z
    .string()
    .transform((text, context) => {
      const limit = parseLimits(text)
      if (limit) return limit.size > 0 ? limit : undefined
      context.addIssue('Write a name and a whole number, such as messagesPerSecond=5; seekyou limits lists the names.')
      return z.NEVER
    })
    .prefault('')
    .meta({
      ...notes('NAME=VALUE', 'another value for one limit (seekyou limits lists them); may be repeated'),
      adds: true,
    }),
  direct: oneOf('off', 'optin', 'lan', 'on')
    .prefault('lan')
    .meta(notes('MODE', 'between whom true addresses are told, for direct connections: off, optin, lan or on')),
  enforceAuthorization: oneOf('on', 'off')
    .transform((choice) => choice === 'on')
    .prefault('off')
    .meta(notes('on|off', 'show who wants to be asked only to contacts whom they have allowed')),
  sequence: oneOf('spec', 'random')
    .prefault('spec')
    .meta(notes('spec|random', 'where the numbers of a link begin: at 0, or at random, which is harder to guess')),
  firstUin: z
    .string()
    .transform((text, context) => {
      const number = Number(text)
      if (/^\d{1,10}$/.test(text) && isUin(number) && number >= firstPersonalUin) return number
      context.addIssue(`Write a whole number from ${firstPersonalUin} to 4294967295.`)
      return z.NEVER
    })
    .prefault('100000')
    .meta(notes('N', 'the lowest number that new accounts get by themselves')),
  codePage: z
    .enum(codePageNames, { error: `Choose one of ${codePageNames.join(', ')}.` })
    .prefault('windows-1252')
    .meta(notes('NAME', 'how people are taken to write of whom nobody has said it, and whose texts do not tell')),
  welcome: z
    .string()
    .transform((text) => (text === '' ? undefined : text))
    .prefault('')
    .meta(notes('TEXT', 'what every new account finds as its first message')),
  expire: z
    .string()
    .transform((text, context) => {
      const ms = text === 'never' ? Number.POSITIVE_INFINITY : durationMs(text)
      if (ms !== undefined) return ms
      context.addIssue('Write a number and m, h, d or w, such as 90d, or never.')
      return z.NEVER
    })
    .prefault('never')
    .meta(notes('DURATION', 'how long stored messages wait before they are removed, such as 90d; or never')),
  log: oneOf('silent', 'error', 'warn', 'info', 'debug')
    .prefault('warn')
    .meta(notes('LEVEL', 'JSON lines on standard error: silent, error, warn, info or debug')),
  hashCost: z
    .string()
    .transform((text, context) => {
      const cost = parseHashCost(text)
      if (cost) return cost
      context.addIssue('Write KiB of memory from 8 to 1048576 and passes from 1 to 100, such as 4096:1.')
      return z.NEVER
    })
    .prefault('4096:1')
    .meta(notes('KIB:PASSES', 'what hashing a password costs (argon2id)')),
})

/** The options, checked and in the shapes that programs want. */
export type Config = z.output<typeof options>
/** An option by its name in `Config`. */
export type OptionName = keyof Config
/** What it takes to get at the accounts. */
export type StoreConfig = Pick<Config, 'data' | 'hashCost'>

/** Where to listen. `host` is a dotted IPv4 address. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** What one password hash costs. */
export interface HashCost {
  readonly memoryKib: number
  readonly passes: number
}

/** What is said about an option in help and messages, and its default as a person would write it. */
export function notesOf(name: OptionName): Notes & { readonly shown: string } {
  const schema = options.shape[name]
  return { ...(schema.meta() as unknown as Notes), shown: String(schema.def.defaultValue) }
}

/** True when only this machine can reach the endpoint. */
export const isLocal = ({ host }: Endpoint): boolean => isLoopback(parseIp4(host) ?? 0)

/** `127.0.0.1:4000`, `:4000` and `4000`; `localhost` is 127.0.0.1. */
function parseEndpoint(text: string, hostByDefault: string): Endpoint | undefined {
  const [, host = '', port = ''] = /^(?:([^:]*):)?(\d{1,5})$/.exec(text) ?? []
  const ip = parseIp4(host === 'localhost' ? '127.0.0.1' : host || hostByDefault)
  if (port === '' || ip === undefined || Number(port) > 65_535) return undefined
  return { host: formatIp4(ip), port: Number(port) }
}

/** `messagesPerSecond=5,storedMax=200`; empty for none. */
function parseLimits(text: string): ReadonlyMap<string, number> | undefined {
  const limits = new Map<string, number>()
  for (const part of text.split(',').filter((part) => part.trim() !== '')) {
    const [, name, value] = /^\s*(\w+)=(\d{1,15})\s*$/.exec(part) ?? []
    if (name === undefined) return undefined
    limits.set(name, Number(value))
  }
  return limits
}

const partsOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The origin in a URL that is nothing but an origin. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) && url.pathname === '/' ? url.origin : undefined
}

function parseHashCost(text: string): HashCost | undefined {
  const [, memory, passes] = /^(\d{1,7}):(\d{1,3})$/.exec(text) ?? []
  const cost = { memoryKib: Number(memory), passes: Number(passes) }
  const fits = cost.memoryKib >= 8 && cost.memoryKib <= 1_048_576 && cost.passes >= 1 && cost.passes <= 100
  return fits ? cost : undefined
}
