import type { CodePageName } from '@seekyou/wire'
import { codePageNames } from './code-page-names.ts'
import { misuse } from './complaint.ts'

/** The code page of that name. Complains when there is none. */
export function knownCodePage(name: string): CodePageName {
  const known = codePageNames.find((one) => one === name)
  if (known === undefined) throw misuse(`There is no code page ${name}: choose one of ${codePageNames.join(', ')}.`)
  return known
}
