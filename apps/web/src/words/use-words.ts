import { createContext, use } from 'react'
import type { Language } from './language.ts'
import { loadWords } from './load-words.ts'
import type { Room, Rooms } from './rooms.ts'

/** The language of what is drawn inside. */
export const LanguageContext = createContext<Language>('en')

export const useLanguage = (): Language => use(LanguageContext)

/** The words of a room in the reader's language. Suspends until they are there. */
export function useWords<R extends Room>(room: R): Rooms[R] {
  return use(loadWords(useLanguage(), room))
}
