import { type ReactNode, useEffect, useState, useTransition } from 'react'
import { useWatched } from '../look/use-watched.ts'
import { type Language, pickLanguage } from '../words/language.ts'
import { LanguageContext } from '../words/use-words.ts'
import { useDevice } from './contexts.ts'

/** The language of this device, else of the browser. What is drawn stays until the words of a new language are there. */
export function SpokenLanguage({ children }: { readonly children: ReactNode }) {
  const { language } = useWatched(useDevice().taste)
  const wanted = pickLanguage(language, navigator.languages)
  const [spoken, setSpoken] = useState<Language>(wanted)
  const [, change] = useTransition()
  useEffect(() => change(() => setSpoken(wanted)), [wanted])
  useEffect(() => {
    document.documentElement.lang = spoken
  }, [spoken])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}
