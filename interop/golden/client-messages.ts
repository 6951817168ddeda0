import type { GoldenDatagram } from './golden.ts'

/** Datagrams with which clients send and fetch messages and keep their profile. */
export const clientMessages: readonly GoldenDatagram[] = [
  {
    id: 'C20',
    provenance: 'captured',
    packet: 'requestStoredMessages',
    header: { code: 0x044c, sequence: 2, uin: 8562000 },
    bytes: '02 00 4C 04 02 00 50 A5 82 00',
    fields: {},
  },
  {
    id: 'C21',
    provenance: "derived from a client's encoder",
    packet: 'requestStoredMessages',
    header: { code: 0x044c, sequence: 2, uin: 1234567 },
    bytes: '02 00 4C 04 02 00 87 D6 12 00 13 00 05 00',
    fields: { trailing: '13 00 05 00' },
  },
  {
    id: 'C22',
    provenance: 'captured',
    packet: 'confirmStoredMessages',
    header: { code: 0x0442, sequence: 4, uin: 8562000 },
    bytes: '02 00 42 04 04 00 50 A5 82 00',
    fields: {},
  },
  {
    id: 'C23',
    provenance: 'assembled',
    packet: 'sendMessage',
    header: { code: 0x010e, sequence: 10, uin: 1234567 },
    bytes: '02 00 0E 01 0A 00 87 D6 12 00 B1 CB 74 00 01 00 0A 00 48 69 0D 0A 74 68 65 72 65 00',
    fields: { to: 7654321, kind: 1, text: 'Hi\r\nthere' },
  },
  {
    id: 'C24',
    provenance: "derived from a client's encoder",
    packet: 'sendMessage',
    header: { code: 0x010e, sequence: 10, uin: 1234567 },
    bytes: '02 00 0E 01 0A 00 87 D6 12 00 B1 CB 74 00 01 00 05 00 48 65 6C 6C 6F 00',
    fields: { to: 7654321, kind: 1, text: 'Hello', trailing: '00' },
    rewritten: 'LENGTH does not count the NUL that is there',
  },
  {
    id: 'C25',
    provenance: 'assembled',
    packet: 'sendMessage',
    header: { code: 0x010e, sequence: 11, uin: 1234567 },
    bytes: `
      02 00 0E 01 0B 00 87 D6 12 00 B1 CB 74 00 04 00 1E 00 48 6F 6D 65 20 70 61 67 65 FE 68 74 74 70 3A 2F 2F 65
      78 61 6D 70 6C 65 2E 6F 72 67 2F 00`,
    fields: { to: 7654321, kind: 4, text: 'Home page\xfehttp://example.org/' },
  },
  {
    id: 'C26',
    provenance: 'captured',
    packet: 'messageToNewUser',
    header: { code: 0x0456, sequence: 5, uin: 8562000 },
    bytes: '02 00 56 04 05 00 50 A5 82 00 A7 B8 19 00 08 00 01 00 00',
    fields: { to: 1685671, kind: 8, text: '' },
  },
  {
    id: 'C27',
    provenance: "derived from a client's encoder",
    packet: 'sendMessage',
    header: { code: 0x010e, sequence: 12, uin: 1234567 },
    bytes: '02 00 0E 01 0C 00 87 D6 12 00 B1 CB 74 00 08 00 02 00 03 00',
    fields: { to: 7654321, kind: 8, text: '\x03' },
  },
  {
    id: 'C28',
    provenance: 'assembled',
    packet: 'messageToNewUser',
    header: { code: 0x0456, sequence: 13, uin: 1234567 },
    bytes: `
      02 00 56 04 0D 00 87 D6 12 00 B1 CB 74 00 06 00 28 00 4E 69 63 6B FE 46 69 72 73 74 FE 4C 61 73 74 FE 6D 65
      40 65 78 61 6D 70 6C 65 2E 6F 72 67 FE 31 FE 50 6C 65 61 73 65 00`,
    fields: { to: 7654321, kind: 6, text: 'Nick\xfeFirst\xfeLast\xfeme@example.org\xfe1\xfePlease' },
  },
  {
    id: 'C34',
    provenance: 'assembled',
    packet: 'newUserInfo',
    header: { code: 0x04a6, sequence: 16, uin: 1234567 },
    bytes: `
      02 00 A6 04 10 00 87 D6 12 00 01 00 05 00 4E 69 63 6B 00 06 00 46 69 72 73 74 00 05 00 4C 61 73 74 00 0F 00
      6D 65 40 65 78 61 6D 70 6C 65 2E 6F 72 67 00 01`,
    fields: { subSeq: 1, nick: 'Nick', first: 'First', last: 'Last', email: 'me@example.org', auth: 1 },
  },
  {
    id: 'C35',
    provenance: "derived from a client's encoder",
    packet: 'updateInfo',
    header: { code: 0x050a, sequence: 17, uin: 1234567 },
    bytes: `
      02 00 0A 05 11 00 87 D6 12 00 12 00 05 00 4E 69 63 6B 00 06 00 46 69 72 73 74 00 05 00 4C 61 73 74 00 0F 00
      6D 65 40 65 78 61 6D 70 6C 65 2E 6F 72 67 00 00`,
    fields: { subSeq: 18, nick: 'Nick', first: 'First', last: 'Last', email: 'me@example.org', auth: 0 },
  },
  {
    id: 'C36',
    provenance: 'assembled',
    packet: 'updateExtInfo',
    header: { code: 0x04b0, sequence: 18, uin: 1234567 },
    bytes: `
      02 00 B0 04 12 00 87 D6 12 00 02 00 0A 00 53 74 6F 63 6B 68 6F 6C 6D 00 2E 00 FE 01 00 00 1E 00 02 09 00 35
      35 35 2D 30 31 30 30 00 14 00 68 74 74 70 3A 2F 2F 65 78 61 6D 70 6C 65 2E 6F 72 67 2F 00 06 00 48 65 6C 6C
      6F 00`,
    fields: {
      subSeq: 2,
      city: 'Stockholm',
      country: 46,
      tz: 254,
      state: '',
      age: 30,
      sex: 2,
      phone: '555-0100',
      homepage: 'http://example.org/',
      about: 'Hello',
    },
  },
  {
    id: 'C37',
    provenance: 'assembled',
    packet: 'changePassword',
    header: { code: 0x049c, sequence: 19, uin: 1234567 },
    bytes: '02 00 9C 04 13 00 87 D6 12 00 01 00 08 00 6E 65 77 70 61 73 73 00',
    fields: { subSeq: 1, newPassword: 'newpass' },
  },
]
