import { uin, type WallMillis } from '@seekyou/language'
import type { Person, Self, Settings } from '@seekyou/messenger'
import { somebody } from './somebody.ts'

export const demoSelf: Self = {
  uin: uin(104733),
  nick: 'mira_k',
  status: 'online',
  awayTexts: { away: 'Tea. Back in ten minutes.', notAvailable: '', occupied: '', doNotDisturb: '' },
  profile: undefined,
  longProfile: undefined,
  codePage: 'windows-1251',
}

export const demoSettings: Settings = {
  hideOffline: false,
  emoticons: true,
  enterSends: true,
  sounds: { message: true, online: true, knock: true, signOn: false, failed: true },
  volume: 0.7,
  notifications: false,
  notificationTexts: true,
  theme: 'system',
  nightShift: false,
  largeFonts: false,
  language: '',
  groups: ['Friends', 'Retro lab', 'Bots'],
  folded: [],
}

const now = Date.now()
const ago = (minutes: number): WallMillis => (now - minutes * 60_000) as WallMillis
const day = 24 * 60

const person = (number: number, nick: string, more: Partial<Person> = {}): Person =>
  somebody(number, { name: nick, nick, ...more })

const said = (minutes: number, text: string, isOwn = false): Partial<Person> => ({
  last: { at: ago(minutes), text, isOwn },
})

export const demoPeople: readonly Person[] = [
  person(101986, 'lena_dsl', {
    group: 'Friends',
    status: 'online',
    unread: 2,
    ...said(1, 'where are you? you promised the pinout'),
  }),
  person(204118, 'Kaktus', { group: 'Friends', status: 'freeForChat', ...said(2, 'first time since 1999') }),
  person(118266, 'Ёжик', { group: 'Friends', status: 'online', ...said(5, 'сплошные кракозябры :-)') }),
  person(130440, 'modem_owl', {
    group: 'Friends',
    status: 'away',
    ...said(40, 'later!', true),
  }),
  person(131072, 'tapedeck', {
    group: 'Friends',
    status: 'occupied',
    isMuted: true,
    unread: 4,
    ...said(80, 'side B is nearly full'),
  }),
  person(140001, 'palmpilot', {
    group: 'Friends',
    status: 'doNotDisturb',
    ...said(180, 'wish me luck'),
  }),
  person(140002, 'noisy_cat', { group: 'Friends', status: 'notAvailable', ...said(day, 'mrr') }),
  person(118500, '0xBEEF', { group: 'Retro lab', status: 'online', ...said(50, 'it boots') }),
  person(150001, 'grizzly95', {
    group: 'Retro lab',
    status: 'away',
    ...said(240, 'need 3 more'),
  }),
  person(150002, 'зайчик_486', {
    group: 'Retro lab',
    status: 'freeForChat',
    codePage: 'koi8-r',
    ...said(260, 'привет!'),
  }),
  person(150003, 'beige.box', { group: 'Retro lab', status: 'invisible', sight: 'always', ...said(day, 'shh') }),
  person(160001, 'timekeeper', {
    group: 'Bots',
    status: 'online',
    ...said(500, '12:00'),
  }),
  person(170001, 'vera.pt', { authorization: 'asked', askedAt: ago(day) }),
  person(180001, 'dimas98', { seenAt: ago(3 * day), ...said(3 * day, 'ok') }),
  person(180002, 'hanna-o', { seenAt: ago(40 * day) }),
  person(180003, 'Кнопка', { seenAt: ago(50 * day) }),
  person(180004, 'pinguin', {}),
  person(180005, 'sneg_1999', {}),
]
