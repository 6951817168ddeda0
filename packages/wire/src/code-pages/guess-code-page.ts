// Guesses how somebody writes. Bytes are kept as they came, so a guess is only about what is shown, and can be made anew when
// more is known. Each language is asked how likely it is to have written these letters beyond ASCII, at this place of a word, as
// capitals or not; the likeliest wins. Hebrew, Arabic and Vietnamese are not guessed.
import { type CodePageName, codePage } from './code-page.ts'
import { type Habit, habits } from './habits.ts'

/** The code page in which these texts make most sense. `otherwise` when nothing in them tells. */
export function guessCodePage(texts: readonly Uint8Array[], otherwise: CodePageName): CodePageName {
  const telling = texts.filter((text) => text.some((byte) => byte >= 0x80))
  if (telling.length === 0) return otherwise
  let best = { page: otherwise, score: Number.NEGATIVE_INFINITY }
  for (const language of languages) {
    const { page } = language
    let score = page === otherwise ? expected : 0
    for (const text of telling) score += likelihood(codePage(page).decode(text), language)
    if (score > best.score) best = { page, score }
  }
  return best.page
}

// Likelihoods are logarithms: they add up, 0 is certain, −2 is one in seven, −10 one in twenty thousand.

/** How much the code page that is expected is favoured. */
const expected = 3
/** A letter that the language does not have. */
const foreign = -8
/** No letter, but something that people type. */
const punctuation = -4
const typed = new Set('«»“”„‘’–—…°№©®§¡¿')
/** Something that nobody types. */
const nonsense = -10
/** A capital after a small letter; a second capital, after which more are expected. */
const lateCapital = -4
const secondCapital = -1.3
/** An alphabet of its own next to a letter of ASCII. */
const mixed = -5
/** Two letters with accents side by side. */
const crowded = -1.5
/** The third vowel, or the third consonant, in a row. */
const unspeakable = -1.2
const vowels = new Set('аеиоуыэюяёіїєαοιεηυωίόάέήύώ')

interface Language {
  readonly page: CodePageName
  readonly letters: ReadonlyMap<string, number>
  /** It is written in letters beyond ASCII only, rather than with a few of them. */
  readonly isAlphabet: boolean
}

const languages = habits.map(languageOf)

/** Each letter is rarer than the one before it by the same factor; the last one of an alphabet is used 30 times less than the first. */
function languageOf({ page, letters }: Habit): Language {
  const each = Math.min(0.35, Math.log(30) / (letters.length - 1))
  const weights = [...letters].map((letter, rank) => [letter, Math.exp(-each * rank)] as const)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return {
    page,
    letters: new Map(weights.map(([letter, weight]) => [letter, Math.log(weight / total)])),
    isAlphabet: letters.length > 20,
  }
}

function likelihood(text: string, language: Language): number {
  const chars = [...text]
  return chars.reduce((sum, char, at) => {
    if (char < '\x80') return sum
    if (!isLetter(char)) return sum + (typed.has(char) ? punctuation : nonsense)
    const letter = language.letters.get(char.toLowerCase()) ?? foreign
    return sum + letter + caseOf(chars, at) + companyOf(chars, at, language)
  }, 0)
}

// Beyond the ends of a text there is no character, and so neither a letter nor a capital. What is ASCII is asked of letters only.
const isLetter = (char = ''): boolean => /\p{L}/u.test(char)
const isCapital = (char = ''): boolean => /\p{Lu}/u.test(char)
const isAscii = (char: string | undefined): boolean => char! < '\x80'

function caseOf(chars: readonly string[], at: number): number {
  const before = chars[at - 1]
  if (!isCapital(chars[at]) || !isLetter(before)) return 0
  if (!isCapital(before)) return lateCapital
  return isCapital(chars[at - 2]) ? 0 : secondCapital
}

function companyOf(chars: readonly string[], at: number, { isAlphabet }: Language): number {
  const neighbours = [chars[at - 1], chars[at + 1]].filter(isLetter)
  if (!isAlphabet) return isLetter(chars[at - 1]) && !isAscii(chars[at - 1]) ? crowded : 0
  if (neighbours.some(isAscii)) return mixed
  const last = chars.slice(Math.max(0, at - 2), at + 1)
  if (last.length < 3 || !last.every(isLetter)) return 0
  const sounds = new Set(last.map((char) => vowels.has(char.toLowerCase())))
  return sounds.size === 1 ? unspeakable : 0
}
