import { type Uin, uin, type WallMillis } from '@seekyou/language'
import type { Messenger, Request } from '@seekyou/messenger'
import type { FoundUser } from '@seekyou/sdk'

/** Finds whoever begins like that; `nobody` finds nobody, `never` is not answered, `fail` fails. */
export const demoFind: Messenger['find'] = async (wanted) => {
  const words = 'uin' in wanted ? [String(wanted.uin)] : Object.values(wanted)
  if (words.includes('never')) return new Promise(() => {})
  if (words.includes('fail')) throw new Error('pretended')
  if (words.includes('nobody')) return { found: [], hasMore: false }
  return { found, hasMore: !('uin' in wanted) && 'nick' in wanted }
}

/** Everybody tells the same. */
export const demoProfile: Messenger['profile'] = async (of: Uin) => ({
  profile: {
    nick: of === 104733 ? 'mira_k' : 'Kaktus',
    first: of === 104733 ? 'Mira' : '',
    last: '',
    email: 'kaktus@example.org',
    needsAuthorization: of % 2 === 0,
  },
  longProfile: {
    city: 'Stockholm',
    country: 46,
    timeZone: -2,
    state: '',
    age: 41,
    sex: undefined,
    phone: '',
    homepage: 'https://example.org/kaktus',
    about: 'Repairs old terminals, grows cacti on the monitor because it is warm there.',
    zip: undefined,
  },
})

const user = (number: number, nick: string, more: Partial<FoundUser> = {}): FoundUser => ({
  uin: uin(number),
  nick,
  first: '',
  last: '',
  email: '',
  needsAuthorization: false,
  ...more,
})

const found: readonly FoundUser[] = [
  user(118402, 'modem_owl', { first: 'Olga', last: 'Wren' }),
  user(203518, 'modulator', { first: 'Omar', needsAuthorization: true, email: 'modulator@example.org' }),
  user(187240, 'mod_tracker'),
  user(104733, 'mira_k'),
  user(150921, 'modest_mouse', { last: 'Serial' }),
  user(212330, 'модем56k', { first: 'Хабаровск', needsAuthorization: true }),
]

const asked = (
  id: number,
  minutes: number,
  more: Pick<Request, 'from' | 'what' | 'nick'> & Partial<Request>,
): Request => ({
  id: `request ${id}`,
  at: (Date.now() - minutes * 60_000) as WallMillis,
  first: '',
  last: '',
  email: '',
  reason: '',
  ...more,
})

export const demoRequests: readonly Request[] = [
  asked(1, 9, {
    from: uin(203518),
    what: 'authorizationRequested',
    nick: 'modulator',
    first: 'Omar',
    reason: 'We met at the radio club. I have the tubes you looked for.',
  }),
  asked(2, 80, { from: uin(131072), what: 'added', nick: 'зайчик_486' }),
  asked(3, 1500, { from: uin(118500), what: 'authorizationGranted', nick: '0xBEEF' }),
  asked(4, 4000, {
    from: uin(140077),
    what: 'authorizationRefused',
    nick: 'quiet_one',
    reason: 'Sorry, family only. <script>alert(1)</script>',
  }),
]
