import type { ExtInfo, Info, Uin } from '@seekyou/language'
import type { AccountRow, UserRow } from '@seekyou/office'
import { ordinarySettings } from '@seekyou/service'
import type { AccountRecord, ListedAccount, NewAccount } from '@seekyou/store-sql'
import { type CodePageName, codePage, guessCodePage } from '@seekyou/wire'
import { knownCodePage } from '../known-code-page.ts'
import { bytesIn } from './account-text.ts'
import type { Server } from './registry.ts'

/** How an account's texts are read: as somebody has said, or as they look. */
export function pageOf(
  { codePage: said, info, extInfo }: Pick<AccountRecord, 'codePage' | 'info' | 'extInfo'>,
  otherwise: CodePageName,
): CodePageName {
  if (said !== undefined) return knownCodePage(said)
  const { nick, first, last, email } = info
  const { city, state, phone, homepage, about } = extInfo
  return guessCodePage([nick, first, last, email, city, state, phone, homepage, about], otherwise)
}

/** An account in words. No byte is lost: `recordOf` makes the same account of it. */
export function rowOf(
  account: ListedAccount,
  otherwise: CodePageName,
  { isStopped = false }: Pick<Server, 'isStopped'>,
): UserRow {
  const page = pageOf(account, otherwise)
  const { decode } = codePage(page)
  const { uin, info, extInfo, settings, createdAt, ban, leavesAt, waiting, hasLink, lastOnAt } = account
  const said = (text: Uint8Array): string | undefined => (text.length === 0 ? undefined : decode(text))
  return {
    uin,
    nick: decode(info.nick),
    first: said(info.first),
    last: said(info.last),
    email: said(info.email),
    needsAuthorization: info.needsAuthorization,
    city: said(extInfo.city),
    country: extInfo.country,
    timeZone: extInfo.timeZone,
    state: said(extInfo.state),
    age: extInfo.age,
    sex: extInfo.sex,
    phone: said(extInfo.phone),
    homepage: said(extInfo.homepage),
    about: said(extInfo.about),
    zip: extInfo.zip,
    codePage: account.codePage,
    readAs: page,
    createdAt,
    publishesEmail: settings.publishesEmail,
    searchable: !account.hides,
    direct: settings.direct,
    storedMax: settings.storedMax,
    limits: settings.isLimited,
    ban,
    leavesAt,
    waiting,
    isOnline: hasLink && !isStopped,
    lastOnAt,
  }
}

/** The account that a row tells of, with its texts in `page`. Complains about what the page lacks. */
export function recordOf(row: Omit<AccountRow, 'uin'>, page: CodePageName): Omit<NewAccount, 'passwordHash' | 'uin'> {
  const bytes = (called: string, text = ''): Uint8Array => bytesIn(called, text, page)
  const info: Info = {
    nick: bytes('nickname', row.nick),
    first: bytes('first name', row.first),
    last: bytes('last name', row.last),
    email: bytes('e-mail address', row.email),
    needsAuthorization: row.needsAuthorization ?? false,
  }
  const extInfo: ExtInfo = {
    city: bytes('city', row.city),
    country: row.country,
    timeZone: row.timeZone,
    state: bytes('state', row.state),
    age: row.age,
    sex: row.sex,
    phone: bytes('phone', row.phone),
    homepage: bytes('homepage', row.homepage),
    about: bytes('about', row.about),
    zip: row.zip,
  }
  return {
    info,
    extInfo,
    settings: {
      direct: row.direct,
      publishesEmail: row.publishesEmail ?? ordinarySettings.publishesEmail,
      storedMax: row.storedMax,
      isLimited: row.limits ?? ordinarySettings.isLimited,
    },
    hides: row.searchable === false,
    ban: row.ban,
    leavesAt: row.leavesAt,
    codePage: row.codePage,
    ...(row.createdAt === undefined ? {} : { createdAt: row.createdAt }),
  }
}

/** A number as the store takes it. */
export const numbered = (uin: number | undefined): { uin?: Uin } => (uin === undefined ? {} : { uin: uin as Uin })
