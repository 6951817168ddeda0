import { codePageNames } from '@seekyou/wire'
import { Command, type CommanderError } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { codePageNames as shortNames } from './code-page-names.ts'
import { type Config, type OptionName, options } from './config.ts'
import { addFlags, chosenOptions, strangeVariables } from './flags.ts'

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('SEEKYOU_')) vi.stubEnv(name, undefined)
})
afterEach(() => vi.unstubAllEnvs())

function command(): Command {
  const all = addFlags(new Command(), ...(Object.keys(options.shape) as OptionName[]))
  return all.exitOverride().configureOutput({ writeErr: () => {} })
}
const parse = (...flags: string[]): Config => chosenOptions(command().parse(flags, { from: 'user' }))
const refusal = (...flags: string[]): string => {
  try {
    parse(...flags)
  } catch (error) {
    return (error as CommanderError).message
  }
  return 'nothing was refused'
}

test('without a word from anybody there is a safe default for everything', () => {
  const { data, ...rest } = parse()
  expect(data).toMatch(/seekyou$/)
  expect(rest).toEqual({
    udp: { host: '0.0.0.0', port: 4000 },
    http: { host: '127.0.0.1', port: 8080 },
    adminHttp: { host: '127.0.0.1', port: 8081 },
    trustedProxy: [],
    origin: [],
    name: 'Seekyou',
    registration: 'lan',
    limits: true,
    direct: 'lan',
    enforceAuthorization: false,
    sequence: 'spec',
    firstUin: 100_000,
    codePage: 'windows-1252',
    expire: Number.POSITIVE_INFINITY,
    log: 'warn',
    hashCost: { memoryKib: 4096, passes: 1 },
  })
})

test('the environment speaks, and a flag is louder', () => {
  vi.stubEnv('SEEKYOU_UDP', '127.0.0.1:5000')
  vi.stubEnv('SEEKYOU_HASH_COST', '64:1')
  vi.stubEnv('SEEKYOU_LIMITS', 'off')
  expect(parse()).toMatchObject({
    udp: { host: '127.0.0.1', port: 5000 },
    hashCost: { memoryKib: 64, passes: 1 },
    limits: false,
  })
  expect(parse('--udp', '6000', '--hash-cost', '128:3')).toMatchObject({
    udp: { host: '0.0.0.0', port: 6000 },
    hashCost: { memoryKib: 128, passes: 3 },
  })
})

test('an endpoint may be written in several ways', () => {
  const udp = (text: string) => parse('--udp', text).udp
  expect(udp('10.0.0.1:4000')).toEqual({ host: '10.0.0.1', port: 4000 })
  expect(udp(':4001')).toEqual({ host: '0.0.0.0', port: 4001 })
  expect(udp('0')).toEqual({ host: '0.0.0.0', port: 0 })
  expect(udp('localhost:1')).toEqual({ host: '127.0.0.1', port: 1 })
})

test('what is for browsers listens on this machine only, or where it is told, or nowhere', () => {
  const http = (text: string) => parse('--http', text).http
  expect(http('0.0.0.0:80')).toEqual({ host: '0.0.0.0', port: 80 })
  expect(http('8000')).toEqual({ host: '127.0.0.1', port: 8000 })
  expect(http('off')).toBeUndefined()
  expect(parse('--admin-http', 'off').adminHttp).toBeUndefined()
  expect(refusal('--http', 'on')).toMatch(/such as 127\.0\.0\.1:8080, a port alone, or off\.$/)
})

test('proxies, sites and names are understood', () => {
  const said = parse(
    ...[
      '--trusted-proxy',
      '127.0.0.1, 10.0.0.0/8,2001:db8::/32',
      '--origin',
      'https://chat.example.org, http://a.example:81/',
    ],
    ...[
      '--host-name',
      'ICQ.example.org',
      '--name',
      'Our network',
      '--tls-cert',
      'a/cert.pem',
      '--tls-key',
      'a/key.pem',
    ],
  )
  expect(said).toMatchObject({
    trustedProxy: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'],
    origin: ['https://chat.example.org', 'http://a.example:81'],
    hostName: 'icq.example.org',
    name: 'Our network',
    tlsCert: expect.stringMatching(/^.*[/\\]a[/\\]cert\.pem$/),
  })
  expect(refusal('--trusted-proxy', '10.0.0.0/33')).toMatch(/such as 127\.0\.0\.1,10\.0\.0\.0\/8\.$/)
  for (const text of ['chat.example.org', 'https://a.example/path', 'ws://a.example', '*']) {
    expect(refusal('--origin', text)).toMatch(/such as https:\/\/chat\.example\.org\.$/)
  }
  for (const text of ['a b', '-a.example', 'a..b', 'https://a.example', 'a.example:80']) {
    expect(refusal('--host-name', text)).toMatch(/Write a name such as icq\.example\.org\.$/)
  }
})

test('what cannot be is refused with a sentence that says what can', () => {
  const endpoint = 'Write an IPv4 address and a port from 0 to 65535, such as 0.0.0.0:4000, or a port alone.'
  for (const text of ['65536', 'icq.example:4000', '300.0.0.1:4000', '[::1]:4000', '', '127.0.0.1', '1:2:3']) {
    expect(refusal('--udp', text)).toBe(`error: option '--udp <HOST:PORT>' argument '${text}' is invalid. ${endpoint}`)
  }
  expect(refusal('--registration', 'anyone')).toMatch(/Choose one of closed, lan, invite, open\.$/)
  expect(refusal('--limits', 'none')).toMatch(/Choose one of on, off\.$/)
  expect(refusal('--log', 'loud')).toMatch(/Choose one of silent, error, warn, info, debug\.$/)
  expect(refusal('--data', '')).toMatch(/Name a folder\.$/)
  for (const text of ['999', '4294967296', '-1', 'x']) {
    expect(refusal('--first-uin', text)).toMatch(/Write a whole number from 1000 to 4294967295\.$/)
  }
  expect(refusal('--code-page', 'utf-8')).toMatch(/Choose one of windows-1250, .*koi8-u\.$/)
  for (const text of ['90', '0d', 'ever']) expect(refusal('--expire', text)).toMatch(/such as 90d, or never\.$/)
  for (const text of ['4096', '4:1', '4096:0', '4096:2:1', 'a:b', '2000000:1']) {
    expect(refusal('--hash-cost', text)).toMatch(/Write KiB of memory from 8 to 1048576 and passes from 1 to 100/)
  }
  vi.stubEnv('SEEKYOU_UDP', 'nowhere')
  expect(refusal()).toBe(
    `error: option '--udp <HOST:PORT>' value 'nowhere' from env 'SEEKYOU_UDP' is invalid. ${endpoint}`,
  )
})

test('what an operator may say is understood', () => {
  const said = parse('--first-uin', '1000', '--code-page', 'koi8-r', '--welcome', 'Hello!', '--expire', '90d')
  expect(said).toMatchObject({ firstUin: 1_000, codePage: 'koi8-r', welcome: 'Hello!', expire: 90 * 86_400_000 })
})

test('every code page may be named', () => {
  expect(shortNames).toEqual(codePageNames)
})

test('help shows every option with its default and its variable', () => {
  const help = command().helpInformation().replace(/\s+/g, ' ')
  expect(help).toContain('--udp <HOST:PORT> where to listen for ICQ clients')
  expect(help).toContain('(default: 4096:1, env: SEEKYOU_HASH_COST)')
  for (const name of ['UDP', 'DATA', 'REGISTRATION', 'LIMITS', 'FIRST_UIN', 'WELCOME', 'EXPIRE', 'LOG', 'HASH_COST'])
    expect(help).toContain(`env: SEEKYOU_${name})`)
})

test('variables that mean nothing are pointed out, with a guess when there is a near one', () => {
  expect(strangeVariables({ SEEKYOU_UDP: '4000', PATH: '', SEEKYOU_LOG: 'info' })).toEqual([])
  expect(strangeVariables({ SEEKYOU_UPD: '4000', SEEKYOU_REGISTRATON: 'open', SEEKYOU_COLOUR: 'red' })).toEqual([
    'The environment variable SEEKYOU_COLOUR is unknown and ignored.',
    'The environment variable SEEKYOU_REGISTRATON is unknown and ignored: did you mean SEEKYOU_REGISTRATION?',
    'The environment variable SEEKYOU_UPD is unknown and ignored: did you mean SEEKYOU_UDP?',
  ])
})
