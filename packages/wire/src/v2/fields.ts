import { choice, type Field, note, type Spell, u8, u16, u32 } from '../kit/index.ts'

/** What a message is: a 16-bit number whose bit 0x8000 says that it went to several people at once. */
export const messageKind: Field<number> = choice(u16, {
  1: 'text',
  2: 'chat request',
  3: 'file request',
  4: 'URL',
  6: 'authorization request',
  7: 'authorization refused',
  8: 'authorization granted',
  9: 'broadcast from the server',
  11: 'system authorization notice',
  12: 'you were added',
  13: 'web pager',
  14: 'e-mail express',
  15: 'e-mail check',
  19: 'contact list',
  26: 'user information',
  1000: 'ask for the away message',
  1001: 'ask for the occupied message',
  1002: 'ask for the not-available message',
  1003: 'ask for the do-not-disturb message',
  1004: 'ask for the free-for-chat message',
  32769: 'text to several',
  32772: 'URL to several',
  32787: 'contact list to several',
})

/** The 32-bit status word: how available a user is in the low half, flags above. Kept as it came. */
export const status: Field<number> = { ...u32, type: 'status', show: showStatus }

/** How a client reaches peers: kept as it came. */
export const tcpFlag: Field<number> = note(
  choice(u8, {
    2: 'sends only',
    4: 'sends and accepts',
    6: 'no direct connections',
  }),
  'direct connections: 2 opens them only, 4 accepts them too, 6 does neither',
)

/** The number that pairs a request with its replies: the sender chooses, the answer repeats it. */
export const subSeq: Field<number> = note(u16, 'chosen by the client, repeated in the replies')

/** Whether anyone may add this user. */
export const auth: Field<number> = note(
  choice(u8, { 0: 'authorization required', 1: 'anyone may add' }),
  '0: others must ask before they add, 1: anyone may add',
)

/** A telephone prefix. */
export const country: Field<number> = note(choice(u16, { 65535: 'not entered' }), 'telephone prefix; FFFF: not entered')

/** A signed number of half hours, positive to the west of Greenwich; the value is the unsigned byte as it came. */
export const timeZone: Field<number> = {
  ...u8,
  type: 'time zone',
  note: 'half hours west of Greenwich, signed; 9C: not entered',
  show: (value) => (value === 0x9c ? `${value} (not entered)` : `${value} (GMT${signed(-((value << 24) >> 24) / 2)})`),
}

/** Years. */
export const age: Field<number> = note(choice(u16, { 65535: 'not entered' }), 'years; FFFF: not entered')

/** As the user stated it. */
export const sex: Field<number> = note(
  choice(u8, { 0: 'not entered', 1: 'female', 2: 'male' }),
  '0: not entered, 1: female, 2: male',
)

/** A postal code as a number. */
export const zip: Field<number> = note(
  choice(u32, { 4294967295: 'not entered' }),
  'postal code as a number; FFFFFFFF: not entered',
)

const signed = (hours: number): string => (hours < 0 ? `${hours}` : `+${hours}`)

const flags: readonly (readonly [bit: number, name: string])[] = [
  [0x100, 'invisible'],
  [0x1_0000, 'web-aware'],
  [0x2_0000, 'address flag'],
  [0x8_0000, 'birthday'],
]

function showStatus(value: number, spell: Spell): string {
  const names = [availability(value)]
  for (const [bit, name] of flags) if (value & bit) names.push(name)
  return `${u32.show(value, spell)} (${names.join(', ')})`
}

// The busiest bit wins, as in the clients of 1998.
function availability(value: number): string {
  if (value & 0x02) return 'do not disturb'
  if (value & 0x10) return 'occupied'
  if (value & 0x04) return 'not available'
  if (value & 0x01) return 'away'
  return value & 0x20 ? 'free for chat' : 'online'
}
