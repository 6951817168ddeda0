// Frames of the time (docs/protocol/peer.md), byte for byte as this client says them.
import { parseIp4, type Status, status, type Uin } from '@seekyou/language'
import { openPeer, type PeerFrame } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { text } from '../testing/fake-server.ts'
import { flagsOf, type Me, portIn, sealInit, sealWords, spokenVersion, urgencyOf, type Words } from './frames.ts'

const who = (uin: number, ip: string, port: number, inner = ip): Me => ({
  uin: uin as Uin,
  outer: parseIp4(ip)!,
  inner: parseIp4(inner)!,
  port,
})
const hex = (bytes: Uint8Array): string => bytes.toHex()
/** Without the length in front, and without blanks. */
const says = (sealed: Uint8Array, captured: string): void => {
  const wanted = captured.replaceAll(/\s/g, '').toLowerCase()
  expect(hex(sealed)).toBe(hex(Uint8Array.of(wanted.length / 2, 0)) + wanted)
}

test('an introduction in version 3 names the port twice, in version 2 once', () => {
  says(
    sealInit(who(8_562_000, '207.96.173.149', 25_149), 3),
    'FF03000000 3D620000 50A58200 CF60AD95 CF60AD95 04 3D620000',
  )
  says(sealInit(who(1_234_567, '10.0.0.2', 1_234), 2), 'FF02000000 00000000 87D61200 0A000002 0A000002 04 D2040000')
})

test.each<[string, Me, number, Words, string]>([
  [
    'a message',
    who(1_234_567, '10.0.0.2', 1_234),
    2,
    { command: 'message', kind: 1, text: text('Hello'), flags: 0x10, sequence: 0xffff_fffe },
    `87D61200 0200 EE07 0000 87D61200 0100 060048656C6C6F00 0A000002 0A000002 D2040000 04 0000 1000 FEFFFFFF`,
  ],
  [
    'an acknowledgement',
    who(8_562_000, '207.96.173.211', 4_704),
    3,
    { command: 'ack', kind: 1, text: text(''), sequence: 2 },
    '50A58200 0300 DA07 0000 50A58200 0100 010000 CF60ADD3 CF60ADD3 60120000 04 0000 0000 02000000',
  ],
  [
    'an acknowledgement with an away text',
    who(7_654_321, '10.0.0.3', 1_300),
    2,
    { command: 'ack', kind: 1, text: text('Out to lunch'), ackStatus: 4, sequence: 0xffff_fffe },
    `B1CB7400 0200 DA07 0000 B1CB7400 0100 0D004F757420746F206C756E636800 0A000003 0A000003 14050000 04 0400 0000
     FEFFFFFF`,
  ],
  [
    'a question for an away text',
    who(4_136_566, '129.97.29.157', 1_481),
    3,
    { command: 'message', kind: 1_000, text: text(''), flags: 0x10, sequence: 0xffff_fffe },
    '761E3F00 0300 EE07 0000 761E3F00 E803 010000 81611D9D 81611D9D C9050000 04 0000 1000 FEFFFFFF',
  ],
  [
    'a request for a chat',
    who(8_562_000, '207.96.173.211', 4_648),
    3,
    { command: 'message', kind: 2, text: text('chat request'), flags: 0x10, sequence: 6 },
    `50A58200 0300 EE07 0000 50A58200 0200 0D00636861742072657175657374 00 CF60ADD3 CF60ADD3 28120000 04 0000 1000
     010000 0000 0000 00000000 06000000`,
  ],
  [
    'an acceptance of a chat',
    who(8_562_000, '207.96.173.149', 15_390),
    3,
    { command: 'ack', kind: 2, text: text(''), port: 16_504, sequence: 2 },
    `50A58200 0300 DA07 0000 50A58200 0200 010000 CF60AD95 CF60AD95 1E3C0000 04 0000 0000 010000 4078 0000 78400000
     02000000`,
  ],
  [
    'a refusal of a chat',
    who(8_562_000, '207.96.173.149', 15_390),
    3,
    { command: 'ack', kind: 2, text: text('no'), ackStatus: 1, sequence: 1 },
    `50A58200 0300 DA07 0000 50A58200 0200 03006E6F00 CF60AD95 CF60AD95 1E3C0000 04 0100 0000 010000 0000 0000 00000000
     01000000`,
  ],
  [
    'a cancellation of a chat',
    who(8_562_000, '207.96.173.211', 4_648),
    3,
    { command: 'cancel', kind: 2, text: text(''), sequence: 6 },
    `50A58200 0300 D007 0000 50A58200 0200 010000 CF60ADD3 CF60ADD3 28120000 04 0000 0000 010000 0000 0000 00000000
     06000000`,
  ],
  [
    'an offer of a file',
    who(8_562_000, '207.96.173.211', 4_704),
    3,
    {
      command: 'message',
      kind: 3,
      text: text('this is a file'),
      flags: 0x10,
      filename: text('Makefile'),
      size: 3_157,
      sequence: 4,
    },
    `50A58200 0300 EE07 0000 50A58200 0300 0F0074686973206973206120 66696C6500 CF60ADD3 CF60ADD3 60120000 04 0000 1000
     0000 0000 09004D616B6566696C6500 550C0000 00000000 04000000`,
  ],
  [
    'an acceptance of a file',
    who(8_562_000, '209.239.4.159', 8_010, '127.0.0.1'),
    3,
    { command: 'ack', kind: 3, text: text(''), port: 8_250, sequence: 5 },
    `50A58200 0300 DA07 0000 50A58200 0300 010000 D1EF049F 7F000001 4A1F0000 04 0000 0000 203A 0000 010000 00000000
     3A200000 05000000`,
  ],
  [
    'a refusal of a file',
    who(8_562_000, '209.239.4.159', 8_010, '127.0.0.1'),
    3,
    { command: 'ack', kind: 3, text: text('no thanks'), ackStatus: 1, sequence: 3 },
    `50A58200 0300 DA07 0000 50A58200 0300 0A006E6F207468616E6B7300 D1EF049F 7F000001 4A1F0000 04 0100 0000 0000 0000
     010000 00000000 00000000 03000000`,
  ],
])('%s', (_, me, version, words, captured) => says(sealWords(me, version, words), captured))

test('of the two ports the one counts that is there', () => {
  expect(portIn({ portLe: 0, portBe: 4_000 })).toBe(4_000)
  expect(portIn({ portLe: 5_000, portBe: 0 })).toBe(5_000)
  const accepted = sealWords(who(1, '1.1.1.1', 1), 3, { command: 'ack', kind: 2, text: text(''), port: 9, sequence: 1 })
  const frame = openPeer('message', accepted.subarray(2)) as Extract<PeerFrame, { name: 'chatAck' }>
  expect(portIn(frame.value)).toBe(9)
})

test.each<[Parameters<typeof flagsOf>[0], Status, number]>([
  ['normal', status(0), 0x10],
  ['urgent', status(0x20), 0x40],
  ['toList', status(0x100), 0xa0],
  ['normal', status(0x01), 0x110],
  ['normal', status(0x05), 0x810],
  ['normal', status(0x11), 0x210],
  ['normal', status(0x113), 0x1090],
])('%s from somebody with status %i has flags %i', (urgency, word, flags) => {
  expect(flagsOf(urgency, word)).toBe(flags)
  expect(urgencyOf(flags)).toBe(urgency)
})

test('the lower version is spoken, but none below 2', () => {
  expect([0, 1, 2, 3, 4, 6, 0xffff_ffff].map(spokenVersion)).toEqual([2, 2, 2, 3, 3, 3, 3])
})
