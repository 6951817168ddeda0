/** The languages that every word is there in. */
export const languages = ['en', 'ru', 'uk'] as const

export type Language = (typeof languages)[number]

/** The language that was chosen, else the first one of the reader's that there is, else English. */
export function pickLanguage(chosen: Language | '', wanted: readonly string[]): Language {
  if (chosen !== '') return chosen
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found !== undefined) return found
  }
  return 'en'
}
