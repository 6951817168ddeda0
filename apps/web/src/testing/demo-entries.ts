import { type Uin, uin, type WallMillis } from '@seekyou/language'
import type { Entry, EntryContent } from '@seekyou/messenger'

/** What was said with somebody: one conversation shows everything, the others a little. */
export function demoEntries(of: Uin): readonly Entry[] {
  const lines = of === 204118 ? everything : of === 118266 ? cyrillic : of === 101986 ? waiting : little
  return lines.map(({ minutes, ...line }, index) => ({
    id: `${of} ${index}${line.isNew === true ? ' new' : ''}`,
    with: of,
    at: (Date.now() - minutes * 60_000) as WallMillis,
    author: line.author ?? 'them',
    content: line.content,
    ...(line.author === 'me' ? { state: line.state ?? 'accepted' } : {}),
    ...(line.isStored === true ? { isStored: true } : {}),
  }))
}

interface DemoLine {
  readonly minutes: number
  readonly content: EntryContent
  readonly author?: Entry['author']
  readonly state?: NonNullable<Entry['state']>
  readonly isNew?: boolean
  readonly isStored?: boolean
}

const says = (text: string): EntryContent => ({ type: 'message', text })
const me = { author: 'me' } as const
const day = 24 * 60

const everything: readonly DemoLine[] = [
  {
    minutes: day + 20,
    content: says('got the beige box running again. 1.111 beta, Windows 95, the modem even squeals'),
  },
  { minutes: day + 18, content: says('no way :-D does it log in?'), ...me },
  { minutes: day + 17, content: says('first try. one line in the hosts file and it found you'), isStored: true },
  { minutes: 32, content: { type: 'status', status: 'freeForChat' }, author: 'program' },
  {
    minutes: 28,
    content: {
      type: 'url',
      url: 'https://chat.example.org/connect/hosts',
      description: 'Where the hosts file lives on every Windows',
    },
  },
  { minutes: 25, content: says('perfect, vera asked for exactly this'), ...me },
  {
    minutes: 9,
    isNew: true,
    content: says('also: your ё and № came through intact on my side. first time since 1999'),
  },
  {
    minutes: 8,
    content: {
      type: 'contacts',
      contacts: [
        { uin: uin(118500), nick: '0xBEEF' },
        { uin: uin(240915), nick: 'printhead' },
      ],
    },
  },
  { minutes: 6, content: { type: 'url', url: 'javascript:alert(1)', description: 'not a web address' } },
  { minutes: 5, content: says('told you. bytes are kept exactly as they came, see https://example.org/bytes.'), ...me },
  { minutes: 4, content: says('I will bring the null-modem cable on Friday'), state: 'failed', ...me },
  { minutes: 1, content: says('and the Zip drive, if it still clicks :-)'), state: 'sending', ...me },
]

const cyrillic: readonly DemoLine[] = [
  { minutes: 20, content: { type: 'status', status: 'online' }, author: 'program' },
  { minutes: 19, content: says('Привет! Пишу с настоящей Windows 95, с бежевого ящика. Буквы доходят?') },
  { minutes: 18, content: says('Доходят. И «ё», и №, и тире — всё на месте.'), ...me },
  { minutes: 17, content: says('Даже „лапки“ и многоточие…'), ...me },
  { minutes: 16, content: says('Подъезд, объём, съёмка, ЩЪЫЬЭЮЯ?') },
  { minutes: 15, content: says('Все до одной :-)'), ...me },
  { minutes: 12, isNew: true, content: says('А в 1999-м вместо этого были сплошные кракозябры :-D') },
  {
    minutes: 11,
    content: {
      type: 'url',
      url: 'https://chat.example.org/connect',
      description: 'Как направить старый клиент на наш сервер',
    },
  },
]

const waiting: readonly DemoLine[] = [
  { minutes: 90, content: { type: 'status', status: 'online' }, author: 'program' },
  { minutes: 80, content: says('did you find the pinout for the laplink cable?') },
  { minutes: 70, content: says('somewhere in this drawer. give me an evening'), ...me },
  { minutes: 3, content: says('where are you? you promised the pinout') },
  { minutes: 2, content: says('I have the soldering iron hot') },
  { minutes: 1, content: says('found it! 2–3, 3–2, 5–5, and 7–8 crossed'), state: 'waiting', ...me },
  { minutes: 0, content: says('photo follows on paper'), state: 'waiting', ...me },
]

const little: readonly DemoLine[] = [{ minutes: 40, content: says('hello') }]
