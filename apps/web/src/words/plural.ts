import type { Language } from './language.ts'

/** The forms that a language has for counted things. `#` stands for the number. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

/** Says how many: `plural('en', { one: '# message', other: '# messages' })(2)` is `2 messages`. */
export function plural(language: Language, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count))
}
