import type { CodePageName } from '@seekyou/wire'

/** Code pages in the order in which they are offered. */
export const offeredCodePages: readonly CodePageName[] = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'windows-1250',
  'windows-1257',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1258',
]

/** What people of the first of these languages wrote with in 1998. */
export function codePageFor(languages: readonly string[]): CodePageName {
  const language = languages[0]?.split('-')[0]?.toLowerCase() ?? ''
  const found = Object.entries(languagesOf).find(([, spoken]) => spoken.split(' ').includes(language))
  return (found?.[0] as CodePageName | undefined) ?? 'windows-1252'
}

const languagesOf: Partial<Record<CodePageName, string>> = {
  'windows-1250': 'pl cs sk hu sl hr bs ro sq',
  'windows-1251': 'ru uk be bg mk sr kk ky tg mn',
  'windows-1253': 'el',
  'windows-1254': 'tr az',
  'windows-1255': 'he iw yi',
  'windows-1256': 'ar fa ur',
  'windows-1257': 'lt lv et',
  'windows-1258': 'vi',
}
