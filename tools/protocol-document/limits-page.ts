import { generated, paragraphs, table } from './markdown.ts'

/** The text of `limits.md`. */
export function limitsPage(): string {
  return paragraphs([
    generated,
    '# What old clients can take',
    'In bytes, without the NUL. Longer texts are kept as they came and cut on their way out.',
    table(['what', 'at most:', 'because'], lengths),
    'A text of kind 0001 or 8001 above 450 bytes is delivered as several messages; other kinds above 450 are not delivered, and the sender is told. See [messages](messages.md).',
    'How fast clients may be, and how much may wait, is in [limits of the server](../limits.md).',
  ])
}

const lengths = [
  ['password', '8', 'the original client cuts there, when it sets one and when it signs on'],
  ['nick, first, last name', '20', 'Licq has room for 31 each and 62 for both names; others stop at 20'],
  ['e-mail', '63', 'Licq’s buffer'],
  ['city', '63', 'Licq’s buffer'],
  ['state', '5', 'Licq’s buffer'],
  ['telephone', '30', 'Licq’s buffer'],
  ['homepage', '127', 'later servers agree on it'],
  ['about', '449', 'Licq’s buffer, and less where the datagram would get too long'],
  ['message', '450', 'the convention of the clients; Program D breaks above 497'],
  ['datagram to a client', '512', 'Program D’s buffer'],
  ['results of a search', '40', 'what original clients show'],
  ['contacts in one list', '255', 'one byte counts them; Licq sends 125 at most'],
]
