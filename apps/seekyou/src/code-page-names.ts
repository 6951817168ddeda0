import type { CodePageName } from '@seekyou/wire'

/** The code pages as a person may name them, here once more because reading the packets of `wire` takes a moment. */
export const codePageNames = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'ibm866',
  'koi8-r',
  'koi8-u',
] as const satisfies readonly CodePageName[]
