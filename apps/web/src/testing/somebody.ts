import { uin } from '@seekyou/language'
import type { Person } from '@seekyou/messenger'

/** A contact of whom only what matters is said. */
export const somebody = (number: number, more: Partial<Person> = {}): Person => ({
  uin: uin(number),
  name: String(number),
  givenName: '',
  nick: '',
  isContact: true,
  group: '',
  status: undefined,
  isMuted: false,
  sight: 'asUsual',
  authorization: 'free',
  codePage: 'windows-1251',
  isCodePageChosen: false,
  unread: 0,
  ...more,
})
