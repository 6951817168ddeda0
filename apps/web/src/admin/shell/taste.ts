// How the admin pages look in this browser: kept beside nothing else, because they have an origin of their own.
import { watchable } from '../../look/watchable.ts'
import { type Language, languages } from '../../words/language.ts'

export interface Taste {
  readonly theme: 'system' | 'light' | 'dark'
  /** Empty: as the browser says. */
  readonly language: Language | ''
}

const key = 'seekyou-admin-taste'
const themes = ['system', 'light', 'dark'] as const

/** What was chosen in this browser. */
export const taste = watchable<Taste>(kept())

/** Chooses something, at once and for next time. */
export function changeTaste(changes: Partial<Taste>): void {
  taste.set({ ...taste.get(), ...changes })
  try {
    localStorage.setItem(key, JSON.stringify(taste.get()))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function kept(): Taste {
  const said = read()
  return {
    theme: themes.find((theme) => theme === said.theme) ?? 'system',
    language: languages.find((language) => language === said.language) ?? '',
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
