import type { AccountRow } from '@seekyou/office'

/** `1998-05-01`. */
export const day = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString().slice(0, 10))

/** How somebody writes; with a question mark when it is a guess. */
export const pageInWords = ({ codePage, readAs }: Pick<AccountRow, 'codePage' | 'readAs'>): string =>
  codePage ?? `${readAs}?`

export const yesOrNo = (is: boolean | undefined): string => (is === undefined ? 'as for everybody' : is ? 'yes' : 'no')
