import type { MenuEntry } from '../../look/menu-items.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { changeTaste, taste } from './taste.ts'

/** The rows of a menu that choose theme and language. */
export function useTasteItems(): readonly MenuEntry[] {
  const words = useWords('admin').shell
  const { theme, language } = useWatched(taste)
  return [
    { title: words.theme },
    ...(['system', 'light', 'dark'] as const).map((value) => ({
      label: words.themes[value],
      symbol: { system: 'i-monitor', light: 'i-sun', dark: 'i-moon' }[value],
      isChecked: theme === value,
      act: () => changeTaste({ theme: value }),
    })),
    'line',
    { title: words.language },
    { label: words.asBrowser, isChecked: language === '', act: () => changeTaste({ language: '' }) },
    ...Object.entries(languageNames).map(([value, label]) => ({
      label,
      isChecked: language === value,
      act: () => changeTaste({ language: value as keyof typeof languageNames }),
    })),
  ]
}

/** Each language calls itself. */
const languageNames = { en: 'English', ru: 'Русский', uk: 'Українська' } as const
