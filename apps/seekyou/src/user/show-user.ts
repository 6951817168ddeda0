import type { UserRow } from '@seekyou/office'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { printable } from '../terminal/text-table.ts'
import { day, pageInWords, yesOrNo } from './words.ts'

/** `seekyou user show`: everything about one account but its password. What is not told is left out. */
export async function showUser(uin: number, options: StoreConfig & { json?: true }): Promise<void> {
  const { user } = await withOffice(options, {}, (meet) => meet('showUser', { uin }))
  if (options.json) {
    console.log(JSON.stringify(user))
    return
  }
  const lines = linesAbout(user).filter(([, what]) => what !== undefined && what !== '')
  const width = Math.max(...lines.map(([name]) => name.length))
  for (const [name, what] of lines) console.log(`${name.padEnd(width)}  ${printable(String(what))}`)
}

const linesAbout = (user: UserRow): (readonly [name: string, what: string | number | undefined])[] => [
  ['UIN', user.uin],
  ['nick', user.nick],
  ['first name', user.first],
  ['last name', user.last],
  ['e-mail', user.email],
  ['e-mail is published', yesOrNo(user.publishesEmail)],
  ['wants to be asked', yesOrNo(user.needsAuthorization)],
  ['can be searched for', yesOrNo(user.searchable)],
  ['city', user.city],
  ['state', user.state],
  ['zip', user.zip],
  ['country', user.country],
  ['time zone', user.timeZone === undefined ? undefined : hoursFromGreenwich(user.timeZone)],
  ['age', user.age],
  ['sex', user.sex === undefined ? undefined : (sexes[user.sex] ?? user.sex)],
  ['phone', user.phone],
  ['homepage', user.homepage],
  ['about', user.about],
  ['code page', pageInWords(user)],
  ['direct connections', yesOrNo(user.direct)],
  ['messages that may wait', user.storedMax ?? 'as for everybody'],
  ['limits', user.limits ? 'on' : 'off'],
  ['account since', day(user.createdAt)],
  ['messages waiting', user.waiting],
  ['last on line', user.isOnline ? 'now' : user.lastOnAt && day(user.lastOnAt)],
  ['banned since', user.ban && day(user.ban.at)],
  ['because', user.ban?.reason],
  ['will be removed', user.leavesAt && day(user.leavesAt)],
]

/** docs/protocol/constants.md */
const sexes: Readonly<Record<number, string>> = { 1: 'female', 2: 'male' }

/** ICQ counts half hours to the west. */
function hoursFromGreenwich(halfHoursWest: number): string {
  const hours = -halfHoursWest / 2
  return `UTC${hours < 0 ? '' : '+'}${hours}`
}
