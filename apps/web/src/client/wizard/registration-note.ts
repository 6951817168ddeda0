// What is known of a registration under way, kept by the browser: a page that is loaded again neither forgets a number nor takes a
// second one. The password is never written down.
import { isUin, type Uin } from '@seekyou/language'
import { type CodePageName, codePageNames } from '@seekyou/wire'

/** What somebody wants to be known as. */
export interface Draft {
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
  readonly needsAuthorization: boolean
  readonly codePage: CodePageName
}

export interface RegistrationNote {
  readonly draft: Draft
  /** When a number was asked for, in milliseconds since 1970. */
  readonly askedAt: number
  /** The answer, if it was seen. */
  readonly uin?: Uin
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function readNote(keeper: Keeper = localStorage): RegistrationNote | undefined {
  try {
    return noteOf(JSON.parse(keeper.getItem(key) ?? 'null'))
  } catch {
    return undefined
  }
}

/** A browser that keeps nothing is no reason not to register. */
export function writeNote(note: RegistrationNote | undefined, keeper: Keeper = localStorage): void {
  try {
    if (note === undefined) keeper.removeItem(key)
    else keeper.setItem(key, JSON.stringify(note))
  } catch {}
}

const key = 'seekyou.registration'

/** Whatever lies under the key may come from another version of these pages. */
function noteOf(kept: unknown): RegistrationNote | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { draft, askedAt, uin } = kept as Partial<Record<keyof RegistrationNote, unknown>>
  if (typeof draft !== 'object' || draft === null || typeof askedAt !== 'number') return undefined
  const told = draft as Partial<Record<keyof Draft, unknown>>
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return {
    draft: {
      nick: text(told.nick),
      first: text(told.first),
      last: text(told.last),
      email: text(told.email),
      needsAuthorization: told.needsAuthorization === true,
      codePage: codePageNames.find((name) => name === told.codePage) ?? 'windows-1252',
    },
    askedAt,
    ...(typeof uin === 'number' && isUin(uin) ? { uin } : {}),
  }
}
