import { expect, test } from 'vitest'
import { type CodePageName, codePage } from './code-page.ts'
import { guessCodePage } from './guess-code-page.ts'

const guess = (page: CodePageName, words: string, otherwise: CodePageName = 'windows-1252') =>
  guessCodePage(words.split('|').map(codePage(page).encode), otherwise)

const russian = [
  'Наташа|Москва|люблю музыку и кино',
  'Ёжик|Санкт-Петербург|программист, рыбак и просто хороший человек',
  'привет',
  'Привет',
  'ПРИВЕТ ВСЕМ',
  'Андрей|Петров',
  'Катя',
]
const cyrillic = (['windows-1251', 'koi8-r', 'ibm866'] as const).flatMap((page) =>
  russian.map((words) => [page, words] as const),
)

test.each([
  ...cyrillic,
  ['windows-1251', 'Олексій|Київ|люблю подорожі та їжу'],
  ['koi8-u', 'Олексій|Київ|люблю подорожі та їжу'],
  ['windows-1252', 'Müller'],
  ['windows-1252', 'Jürgen|Köln|Ich spiele gern Fußball und höre Musik'],
  ['windows-1252', 'Grüße aus Österreich'],
  ['windows-1252', 'Hélène|Besançon|J’aime la forêt, le théâtre et les élèves'],
  ['windows-1252', 'José Muñoz|Málaga|soy español'],
  ['windows-1252', 'Søren|Århus'],
  ['windows-1252', 'João|São Paulo|não'],
  ['windows-1250', 'Paweł|Łódź|lubię góry i morze, chcę poznać ludzi'],
  ['windows-1250', 'Małgorzata|Wałęsa'],
  ['windows-1250', 'Jiří Dvořák|Plzeň'],
  ['windows-1250', 'Erdős|Győr|szeretem a zenét és a hűvös erdőt, régi fűzfák közt'],
  ['windows-1253', 'Γιώργος|Αθήνα'],
  ['windows-1254', 'Işıl|Eskişehir|müzik dinlemeyi seviyorum, öğrenciyim'],
] as const)('%s: %s', (page, words) => {
  expect(guess(page, words)).toBe(page)
})

test.each(cyrillic)('a server of Russians reads the same: %s: %s', (page, words) => {
  expect(guess(page, words, 'windows-1251')).toBe(page)
})

test('a German among Russians is noticed', () => {
  expect(guess('windows-1252', 'Jürgen|Köln', 'windows-1251')).toBe('windows-1252')
})

test('what does not tell is taken for what is expected', () => {
  expect(guessCodePage([], 'koi8-r')).toBe('koi8-r')
  expect(guess('windows-1251', 'Natasha|Moscow', 'ibm866')).toBe('ibm866')
  expect(guess('windows-1252', 'André', 'windows-1250')).toBe('windows-1250')
  expect(guess('windows-1252', 'Noë', 'windows-1252')).toBe('windows-1252')
})

test('one letter tells, be it the very first one beyond ASCII', () => {
  expect(guessCodePage([Uint8Array.of(0x80)], 'windows-1251')).toBe('ibm866')
})

test('of what fits equally well, the first language is taken', () => {
  const degrees = Uint8Array.of(0x32, 0x30, 0xb0)
  expect(guessCodePage([degrees], 'windows-1258')).toBe('windows-1252')
})
