import type { Language } from './language.ts'

/** Each in its own words, so that whoever reads only that one finds it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  uk: 'Українська',
}
