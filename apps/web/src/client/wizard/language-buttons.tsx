import { type Language, languages } from '../../words/language.ts'
import { languageNames } from '../../words/language-names.ts'
import { useLanguage } from '../../words/use-words.ts'
import { useDevice } from '../contexts.ts'

/** The languages that there are, each in its own words, for whoever cannot read this one. */
export function LanguageButtons() {
  const device = useDevice()
  const now: Language = useLanguage()
  return (
    <p className="languages">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === now}
          onClick={() => device.changeTaste({ language })}
        >
          {languageNames[language]}
        </button>
      ))}
    </p>
  )
}
