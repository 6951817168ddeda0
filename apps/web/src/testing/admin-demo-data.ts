// Invented data for looking at the admin pages; never shipped.
import type { Answer } from '@seekyou/office'

const now = Date.now()
const minute = 60_000
const day = 1_440 * minute

type Account = Answer<'findUsers'>['rows'][number]
type Sample = Answer<'chronicle'>['seconds'][number]

const nicks = ['ann', 'bob', 'Ёжик', 'зайчик_486', 'modem_owl', 'кіт', 'palmpilot', '0xBEEF', 'lena_dsl', 'printhead']

export const accounts: Account[] = Array.from({ length: 212 }, (_, index) => ({
  uin: 100_000 + index * 137,
  nick: `${nicks[index % nicks.length]}${index < nicks.length ? '' : index}`,
  waiting: index % 9 === 3 ? 12 : 0,
  isOnline: index % 5 < 2,
  createdAt: now - (index + 3) * day,
  needsAuthorization: index % 3 === 0,
  searchable: true,
  limits: true,
  publishesEmail: false,
  readAs: 'windows-1251',
  ...(index % 5 >= 2 && { lastOnAt: now - index * 47 * minute }),
  ...(index % 11 === 4 && { ban: { at: now - day, reason: '40 messages a second to strangers' } }),
  ...(index % 13 === 7 && { leavesAt: now + (index % 7) * day + day / 2, ban: { at: now, reason: 'leaving' } }),
}))

const wave = (at: number, period: number): number => 1 + Math.sin((at / period) * 2 * Math.PI)
const noise = (at: number): number => Math.abs(Math.sin(at * 12.9898) * 43_758.5453) % 1

const sampleAt = (at: number, step: number): Sample => ({
  at,
  online: Math.round(12 + 14 * wave(at, day) + 2 * noise(at)),
  datagramsIn: Math.round((9 + 6 * wave(at, 200_000) + 5 * noise(at)) * (step / 1_000)),
  datagramsOut: Math.round((12 + 8 * wave(at, 200_000) + 6 * noise(at + 1)) * (step / 1_000)),
  messages: Math.round((1 + 2 * wave(at, 200_000) * noise(at + 2)) * (step / 1_000)),
  rss: 88_000_000 + (at % (60 * step)) * 150,
  refused: noise(at + 3) > 0.97 ? 1 : 0,
  faults: noise(at + 4) > 0.985 ? 1 : 0,
  limitsHit: noise(at + 5) > 0.96 ? 2 : 0,
})

const series = (count: number, step: number): Sample[] =>
  Array.from({ length: count }, (_, index) => sampleAt(Date.now() - (count - index) * step, step))

export const chronicle = (): Answer<'chronicle'> => ({
  seconds: series(600, 1_000),
  day: series(288, 300_000),
  latest: [
    { at: now - minute, kind: 'signOnRefused', uin: 230_441, text: 'was refused at 203.0.113.40:1042: wrong password' },
    { at: now - 9 * minute, kind: 'registered', uin: 241_003, text: 'is a new number, for 198.51.100.23:4021' },
    { at: now - 70 * minute, kind: 'signedOn', uin: 104_733, text: 'signed on from 198.51.100.7:2000' },
    { at: now - 400 * minute, kind: 'takenUp', text: '36 links of the last run go on, 1 were over' },
  ],
})

const names = [
  'packetsPerSecond 200|messagesBurst 128|messagesPerSecond 2|messagesQueue 128|searchesPerMinute 10|infoRequestsPerMinute 30',
  'changesPerMinute 10|requestsQueue 60|presenceEveryMs 2000|bytesPerSecond 16384|storedMax 100|storedFromOneMax 20|contactsMax 1000',
  'repliesBeforeProof 256|strangersPerSecond 20000|strangersPerAddress 50|signOnFailures 5|signOnFailureEveryMs 30000',
  'registrationsPerAddress 5|registrationsInAll 30',
].join('|')

export function status(seconds: number): Answer<'status'> {
  return {
    online: 37 + (seconds % 3),
    uptimeMs: 41 * day + seconds * 1_000,
    udp: '0.0.0.0:4000',
    http: 'http://127.0.0.1:8080',
    adminHttp: 'http://127.0.0.1:8081',
    version: '0.6.0',
    storeCalls: 0,
    health: {
      memory: { rss: 96_300_000 + (seconds % 7) * 40_000, heapUsed: 31_000_000, external: 4_000_000 },
      handles: 9,
      delayMs: { p50: 0.1, p99: 6.2, max: 11.4 },
    },
    counters: {
      datagramsIn: 91_842 + seconds * 18,
      datagramsOut: 103_377 + seconds * 23,
      messagesAccepted: 4_812 + seconds * 3,
      messagesDelayed: 214 + Math.floor(seconds / 9),
      requestsDelayed: 3,
      newsPutOff: 9_418,
      faults: Math.floor(seconds / 31),
      checksIgnored: 1,
      bugs: 0,
    },
    limits: Object.fromEntries(names.split('|').map((entry) => [entry.split(' ')[0]!, Number(entry.split(' ')[1])])),
  }
}

export const links: Answer<'listLinks'>['rows'] = accounts
  .filter(({ isOnline }) => isOnline)
  .slice(0, 14)
  .map(({ uin, nick }, index) => ({
    uin,
    nick,
    address: `198.51.100.${index + 7}:${1_040 + index * 3}`,
    over: index % 3 === 1 ? 'web' : 'udp',
    since: now - index * 31 * minute,
    status: (['online', 'away', 'freeForChat', 'doNotDisturb', 'notAvailable', 'occupied'] as const)[index % 6]!,
    lastHeardAt: now - index * 4_100,
  }))

export const registry = `REGEDIT4

[HKEY_CURRENT_USER\\Software\\Mirabilis\\ICQ\\DefaultPrefs]
"Default Server Host"="chat.example.org"
"Default Server Port"=dword:00000fa0
`

export const longAgo = now - 41 * day
