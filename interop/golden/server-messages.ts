import type { GoldenDatagram } from './golden.ts'

/** Datagrams with which servers deliver messages. */
export const serverMessages: readonly GoldenDatagram[] = [
  {
    id: 'S15',
    provenance: 'captured, private text replaced',
    packet: 'receiveMessage',
    header: { code: 0x00dc, sequence: 10, uin: 0 },
    bytes: `
      02 00 DC 00 0A 00 EC C9 45 00 CE 07 04 17 04 21 01 00 3F 00 74 68 69 73 20 62 6F 64 79 20 69 73 20 66 69 6C
      6C 65 72 20 61 6E 64 20 69 73 20 65 78 61 63 74 6C 79 20 61 73 20 6C 6F 6E 67 20 61 73 20 74 68 65 20 6F 72
      69 67 69 6E 61 6C 20 6F 6E 65 00`,
    fields: {
      from: 4573676,
      year: 1998,
      month: 4,
      day: 23,
      hour: 4,
      minute: 33,
      kind: 1,
      text: 'this body is filler and is exactly as long as the original one',
    },
  },
  {
    id: 'S16',
    provenance: 'captured, private text replaced',
    packet: 'receiveMessage',
    header: { code: 0x00dc, sequence: 26, uin: 0 },
    bytes: `
      02 00 DC 00 1A 00 23 64 84 00 CF 07 06 15 13 2B 13 00 1E 00 32 FE 31 32 33 34 35 36 37 FE 46 72 69 65 6E 64
      FE 37 36 35 34 33 32 31 FE 50 61 6C FE 00`,
    fields: {
      from: 8676387,
      year: 1999,
      month: 6,
      day: 21,
      hour: 19,
      minute: 43,
      kind: 19,
      text: '2\xfe1234567\xfeFriend\xfe7654321\xfePal\xfe',
    },
  },
  {
    id: 'S17',
    provenance: 'captured',
    packet: 'endOfStoredMessages',
    header: { code: 0x00e6, sequence: 4, uin: 0 },
    bytes: '02 00 E6 00 04 00 50 A5 82 00',
    fields: { uin: 8562000 },
  },
  {
    id: 'S22',
    provenance: 'captured, private text replaced',
    packet: 'deliveredMessage',
    header: { code: 0x0104, sequence: 8, uin: 0 },
    bytes: `
      02 00 04 01 08 00 8F 76 20 00 06 00 41 00 4E 69 63 6B 6E 61 6D 65 78 78 FE 46 69 72 73 74 6E FE 4C 61 73 74
      FE 6D 65 40 6D 61 69 6C 2E 65 78 61 6D 70 6C 65 2E 63 61 FE 31 FE 50 6C 65 61 73 65 20 61 75 74 68 6F 72 69
      7A 65 20 6D 65 2E 00`,
    fields: {
      from: 2127503,
      kind: 6,
      text: 'Nicknamexx\xfeFirstn\xfeLast\xfeme@mail.example.ca\xfe1\xfePlease authorize me.',
    },
  },
  {
    id: 'S23',
    provenance: 'captured',
    packet: 'deliveredMessage',
    header: { code: 0x0104, sequence: 40, uin: 0 },
    bytes: `
      02 00 04 01 28 00 0A 00 00 00 0D 00 49 00 6D 79 20 6E 61 6D 65 FE FE FE 65 6D 61 69 6C FE 33 FE 53 65 6E 64
      65 72 20 49 50 3A 20 32 30 39 2E 32 33 39 2E 36 2E 31 33 0D 0A 53 75 62 6A 65 63 74 3A 20 73 75 62 6A 65 63
      74 0D 0A 74 68 65 20 6D 65 73 73 61 67 65 00`,
    fields: {
      from: 10,
      kind: 13,
      text: 'my name\xfe\xfe\xfeemail\xfe3\xfeSender IP: 209.239.6.13\r\nSubject: subject\r\nthe message',
    },
  },
  {
    id: 'S24',
    provenance: 'assembled',
    packet: 'deliveredMessage',
    header: { code: 0x0104, sequence: 12, uin: 0 },
    bytes: '02 00 04 01 0C 00 B1 CB 74 00 01 00 06 00 48 65 6C 6C 6F 00',
    fields: { from: 7654321, kind: 1, text: 'Hello' },
  },
  {
    id: 'S25',
    provenance: 'assembled',
    packet: 'deliveredMessage',
    header: { code: 0x0104, sequence: 13, uin: 0 },
    bytes: `
      02 00 04 01 0D 00 B1 CB 74 00 0C 00 21 00 4E 69 63 6B FE 46 69 72 73 74 FE 4C 61 73 74 FE 6D 65 40 65 78 61
      6D 70 6C 65 2E 6F 72 67 FE 31 00`,
    fields: { from: 7654321, kind: 12, text: 'Nick\xfeFirst\xfeLast\xfeme@example.org\xfe1' },
  },
]
