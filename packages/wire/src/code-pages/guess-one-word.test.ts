import { expect, test } from 'vitest'
import { type CodePageName, codePage } from './code-page.ts'
import { guessCodePage } from './guess-code-page.ts'

// The hardest question: one word, alone. Some are read wrong, and which ones is written down, so that whoever changes a weight or
// a rule sees what that does to both kinds of server. A wrong page that has the same letters there counts as right.

interface Exam {
  readonly page: CodePageName
  readonly words: string
  /** Of these words, those that are read wrong on a server that expects the West, and on one that expects Russia. */
  readonly misread: { readonly 'windows-1252': string; readonly 'windows-1251': string }
}

const exams: readonly Exam[] = [
  {
    page: 'windows-1251',
    words:
      "я да нет мы Вы ОН как что это было Юля Оля ИРА Илья Мария СЕРГЕЙ Екатерина Щукин Эдик аэропорт ВКонтакте вООбще подъезд съёмка взгляд встреча бюллетень «Спартак» №5 аська_ок кто-то ЮЮЮЮ ёёё Їжак Євген ґанок щось Ірина львів'яни ЯКЩО її",
    misread: {
      'windows-1252': 'Вы как СЕРГЕЙ №5 ЮЮЮЮ ёёё її',
      'windows-1251': 'ЮЮЮЮ її',
    },
  },
  {
    page: 'koi8-r',
    words:
      'я да нет мы Вы ОН как что это было Юля Оля ИРА Илья Мария СЕРГЕЙ Екатерина Щукин Эдик аэропорт ВКонтакте вООбще подъезд съёмка взгляд встреча бюллетень кто-то ЮЮЮЮ ёёё',
    misread: {
      'windows-1252': 'я ОН ИРА СЕРГЕЙ ЮЮЮЮ ёёё',
      'windows-1251': 'я мы ОН Юля ИРА СЕРГЕЙ подъезд бюллетень ЮЮЮЮ ёёё',
    },
  },
  {
    page: 'koi8-u',
    words: "Їжак Євген ґанок щось Ірина львів'яни ЯКЩО її",
    misread: {
      'windows-1252': 'ЯКЩО її',
      'windows-1251': 'ЯКЩО її',
    },
  },
  {
    page: 'ibm866',
    words:
      'я да нет мы Вы ОН как что это было Юля Оля ИРА Илья Мария СЕРГЕЙ Екатерина Щукин Эдик аэропорт вООбще подъезд взгляд встреча бюллетень кто-то ЮЮЮЮ',
    misread: {
      'windows-1252': 'я что это было Юля ЮЮЮЮ',
      'windows-1251': 'я что это было Юля ЮЮЮЮ',
    },
  },
  {
    page: 'windows-1252',
    words:
      'für Müller ÄRZTE Größe Öl über Übung süß GRÜßE café où ça français Noël Éric ÉCOLE élève œuvre naïve señor ¿Qué? mañana ÑANDÚ São não coração MÃE Åse Bjørn ÆRØ smörgåsbord Malmö FÖRSTÅ è perché città Italië één Þór Guðrún Hafnarfjörður 20° ©1998 “quoted” …',
    misread: {
      'windows-1252': '',
      'windows-1251': 'œuvre São não MÃE è',
    },
  },
  {
    page: 'windows-1250',
    words:
      'Łódź Wałęsa żółć ŻÓŁW Kraków święto Žižka Dvořák ŘÍJEN Praha_čeká děti kůň ťuk ľúbiť vôňa Győr ŐSZ fű árvíztűrő Đorđe čaj Šime ŽIVOT Bucureşti în ţară să Štefan',
    misread: {
      'windows-1252': 'święto Dvořák děti kůň vôňa Győr ŐSZ fű Đorđe čaj să',
      'windows-1251': 'Dvořák kůň fű Đorđe',
    },
  },
  {
    page: 'windows-1253',
    words: 'Αθήνα ΕΛΛΑΔΑ και το μου Γιώργος ώρα ναι όχι Ελένη Ωμέγα εύρηκα οι',
    misread: {
      'windows-1252': 'ΕΛΛΑΔΑ και ναι οι',
      'windows-1251': 'ΕΛΛΑΔΑ ώρα οι',
    },
  },
  {
    page: 'windows-1254',
    words: 'İstanbul Işık ağaç şey ÇOK değil güneş ŞİŞLİ öğün',
    misread: {
      'windows-1252': 'İstanbul ağaç şey değil ŞİŞLİ',
      'windows-1251': 'İstanbul ağaç değil ŞİŞLİ',
    },
  },
  {
    page: 'windows-1257',
    words: 'Žemaitė ačiū šešių ĄŽUOLAS Rīga ļoti paldies_ņem ĶEKAVA jūra',
    misread: {
      'windows-1252': 'ačiū Rīga ļoti paldies_ņem ĶEKAVA jūra',
      'windows-1251': 'ačiū Rīga ļoti paldies_ņem ĶEKAVA',
    },
  },
]

test.each(
  exams.flatMap((exam) => (['windows-1252', 'windows-1251'] as const).map((expected) => ({ ...exam, expected }))),
)('single words in $page where $expected is expected', ({ page, words, misread, expected }) => {
  const isMisread = (word: string): boolean => {
    const bytes = codePage(page).encode(word)
    return codePage(guessCodePage([bytes], expected)).decode(bytes) !== word
  }
  expect(words.split(' ').filter(isMisread).join(' ')).toBe(misread[expected])
})
