import { isUin, type Uin, type WallMillis } from '@seekyou/language'
import { type CodePageName, codePageNames } from '@seekyou/wire'
import type { Self } from './contract.ts'
import type { SharedSettings } from './settings.ts'

/** What all devices of an account have in common, beside the contact list. */
export interface Shared {
  /** When it was changed last; of two, the newer one counts. */
  readonly at: WallMillis
  readonly settings: Partial<SharedSettings>
  readonly awayTexts: Partial<Self['awayTexts']>
  readonly muted: readonly Uin[]
  readonly always: readonly Uin[]
  readonly never: readonly Uin[]
  /** The code pages that were chosen for people. */
  readonly codePages: Readonly<Record<string, CodePageName>>
  /** Who was taken off the contact list, and when: the server may name them until the next sign-on. */
  readonly removed: Readonly<Record<string, WallMillis>>
}

/** What a server keeps of one account at most, in characters. */
const lengthMax = 16_384

/** As a text for the server; undefined when there is too much of it. */
export function writeShared(shared: Shared): string | undefined {
  const whole = JSON.stringify({ version: 1, ...shared })
  if (whole.length <= lengthMax) return whole
  const short = JSON.stringify({ version: 1, ...shared, removed: {} })
  return short.length <= lengthMax ? short : undefined
}

/** Undefined: there is nothing, or nothing that can be understood. What is missing or damaged is left out. */
export function readShared(text: string | undefined): Shared | undefined {
  const kept = parsed(text)
  const { at } = kept ?? {}
  if (!kept || typeof at !== 'number') return undefined
  return {
    at,
    settings: objectIn(kept, 'settings'),
    awayTexts: objectIn(kept, 'awayTexts'),
    muted: uinsIn(kept, 'muted'),
    always: uinsIn(kept, 'always'),
    never: uinsIn(kept, 'never'),
    codePages: onlyIn(objectIn(kept, 'codePages'), isCodePageName),
    removed: onlyIn(objectIn(kept, 'removed'), (at) => typeof at === 'number'),
  }
}

/** Whether somebody else's program named a code page that there is. */
export const isCodePageName = (name: unknown): name is CodePageName => codePageNames.includes(name as CodePageName)

type Kept = { readonly [name: string]: unknown; readonly at?: unknown }

function parsed(text: string | undefined): Kept | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Kept) : undefined
  } catch {
    return undefined
  }
}

function objectIn<Value extends object>(kept: Kept, name: string): Value {
  const value = kept[name]
  return (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as Value
}

function uinsIn(kept: Kept, name: string): Uin[] {
  const value = kept[name]
  return Array.isArray(value) ? value.filter((uin): uin is Uin => typeof uin === 'number' && isUin(uin)) : []
}

function onlyIn<Value>(record: object, isRight: (value: unknown) => boolean): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([uin, value]) => isUin(Number(uin)) && isRight(value)))
}
