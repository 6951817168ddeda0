// Who lives in the town of the pictures. Nobody is meant: the nicknames only have to look like nicknames.
import type { StatusName } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'

export interface Townsman {
  readonly uin: number
  readonly nick: string
  /** Undefined: is not on line. */
  readonly status?: StatusName
  /** The group in which ann has them; undefined: not on her list; empty: in none. */
  readonly group?: string
  readonly codePage?: CodePageName
  /** Whoever wants them on a list has to ask. */
  readonly needsAuthorization?: boolean
  readonly isInvisible?: boolean
  /** Further fields of a line of `seekyou user import`. */
  readonly more?: Readonly<Record<string, string | number | boolean>>
}

/** Through whose eyes the client is seen. */
export const ann: Townsman = {
  uin: 118_402,
  nick: 'ann',
  codePage: 'windows-1251',
  more: {
    first: 'Ann',
    email: 'ann@example.org',
    publishesEmail: true,
    city: 'Harbour',
    homepage: 'https://example.org/ann',
    about: 'Old machines, short waves, long evenings.',
  },
}

/** ann's groups, in the order of her list. */
export const groups = ['Friends', 'Radio club', 'Bots'] as const
const [friends, club, bots] = groups

const on = (uin: number, nick: string, group: string, status: StatusName, more: Partial<Townsman> = {}): Townsman => ({
  uin,
  nick,
  group,
  status,
  ...more,
})
const off = (uin: number, nick: string, more: Partial<Townsman> = {}): Townsman => ({ uin, nick, group: '', ...more })
const elsewhere = (uin: number, nick: string, more: Partial<Townsman> = {}): Townsman => ({ uin, nick, ...more })
const cyrillic = { codePage: 'windows-1251' } as const
const asks = { needsAuthorization: true } as const

export const townsmen: readonly Townsman[] = [
  on(204_118, 'bob', friends, 'online', {
    ...cyrillic,
    more: { first: 'Bob', city: 'Lighthouse', about: 'If it has a serial port, I want to talk to it.' },
  }),
  on(131_077, 'lighthouse', friends, 'online'),
  on(118_266, 'Ёжик', friends, 'online', cyrillic),
  on(130_440, 'modem_owl', friends, 'away'),
  on(142_857, 'slow_tape', friends, 'occupied'),
  on(150_921, 'exam_week', friends, 'doNotDisturb'),
  on(161_803, 'night_bus', friends, 'notAvailable'),
  on(118_500, '0xC0FFEE', club, 'online'),
  on(187_240, 'long_wave', club, 'away'),
  on(212_330, 'зайка_486', club, 'freeForChat', { codePage: 'koi8-r' }),
  on(230_007, 'quiet_one', club, 'online', { isInvisible: true }),
  on(100_200, 'clockwork', bots, 'online'),
  off(170_001, 'paper_boat', asks),
  off(180_001, 'dial_tone'),
  off(180_002, 'Кнопка', cyrillic),
  off(180_003, 'snow_1999'),
  off(180_004, 'turtle'),
  elsewhere(240_915, 'tin_can', { status: 'online', ...asks, more: { first: 'Tim' } }),
  elsewhere(240_916, 'solder_iron', { status: 'online' }),
  elsewhere(203_518, 'modulator', { ...asks, more: { first: 'Mo' } }),
  elsewhere(203_519, 'mod_tracker'),
  elsewhere(203_520, 'MODplug', { more: { first: 'Maud', email: 'maud@example.org', publishesEmail: true } }),
  elsewhere(203_521, 'modest_mole', { ...asks, more: { first: 'Max', last: 'Mole' } }),
  elsewhere(203_522, 'model_train', { more: { last: 'Railway' } }),
  elsewhere(203_523, 'modryn', asks),
  elsewhere(203_524, 'mod_wheel'),
]

/** The number of somebody in the town. */
export function uinOf(nick: string): number {
  const found = townsmen.find((one) => one.nick === nick)
  if (found === undefined) throw new Error(`nobody is called ${nick}`)
  return found.uin
}
