import type { CodePageName } from './code-page.ts'

/** A language as it is written in one code page: its letters beyond ASCII, those that are used most first. */
export interface Habit {
  readonly page: CodePageName
  readonly letters: string
}

const russian = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ'
const ukrainian = 'оанвиіетрсклдумпязьбгчхйжєшїцюфщґ'

/** The languages that are told apart. Where two fit equally well, the earlier one is taken. */
export const habits: readonly Habit[] = [
  // German, French, Spanish, Portuguese, Danish and Norwegian, Swedish and Finnish, Italian, Dutch, Icelandic.
  ...['üäöß', 'éàèêçâîùôûëïœ', 'óíáñéúü', 'ãçáéóíõêâúà', 'åøæé', 'äåöé', 'èàùòìé', 'ëéïóè', 'áðíéþöóúýæ'].map(
    (letters): Habit => ({ page: 'windows-1252', letters }),
  ),
  // Polish, Czech, Slovak, Hungarian, Croatian and Slovene, Romanian.
  ...['łóęążśćńź', 'íáéěýžřšůčúňťďó', 'áíéčžýšúťľôóňäď', 'áéóöőíüúű', 'čšžćđ', 'ăîâşţ'].map(
    (letters): Habit => ({ page: 'windows-1250', letters }),
  ),
  { page: 'windows-1251', letters: russian },
  { page: 'windows-1251', letters: ukrainian },
  { page: 'koi8-r', letters: russian },
  { page: 'koi8-u', letters: ukrainian },
  { page: 'ibm866', letters: russian },
  { page: 'windows-1253', letters: 'αοιετσνηυρπκμλωςίόάέδήγχθφβύξώζψ' },
  { page: 'windows-1254', letters: 'ışüçöğâ' },
  // Lithuanian, Latvian.
  { page: 'windows-1257', letters: 'ėšųžįčūąę' },
  { page: 'windows-1257', letters: 'āīēšņūļģčķž' },
]
