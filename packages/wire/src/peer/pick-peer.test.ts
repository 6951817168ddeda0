import { describe, expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { type PeerChannel, pickPeer } from './open-peer.ts'

function picked(channel: PeerChannel, hex: string): string {
  const bytes = bytesOf(`EE ${hex}`).subarray(1)
  const schema = pickPeer(channel, bytes)
  return 'name' in schema ? schema.name : `${schema.fault} ${schema.field} ${schema.offset} ${schema.wanted}`
}

describe('a chat frame is known by its first two numbers', () => {
  test.each([
    ['3F 00 00 00 01 00 00 00', 'chatFont'],
    ['40 00 00 00 01 00 00 00', 'chatWelcome'],
    ['FE FF 00 00 01 00 00 00', 'chatWelcome'],
    ['00 00 01 00 01 00 00 00', 'chatFont'],
    ['64 00 00 00 00 FF FF FF', 'chatWelcome'],
    ['64 00 00 00 01 FF FF FF', 'chatHello'],
    ['64 00 00 00 01 FF FF', 'truncated code 0 8'],
    ['', 'truncated code 0 8'],
  ])('%s is %s', (hex, name) => {
    expect(picked('chat', hex)).toBe(name)
  })
})

describe('a frame of the message channel is known by its command and its kind', () => {
  const upToKind = (command: string) => `87 D6 12 00 02 00 ${command} 00 00 87 D6 12`
  test.each([
    ['EE 07', '01 00', 'channelMessage'],
    ['EE 07', '02 00', 'chatRequest'],
    ['EE 07', '03 00', 'fileRequest'],
    ['DA 07', '01 00', 'channelAck'],
    ['DA 07', '02 00', 'chatAck'],
    ['DA 07', '03 00', 'fileAck'],
    ['D0 07', '01 00', 'channelCancel'],
    ['D0 07', '02 00', 'chatCancel'],
    ['D0 07', '03 00', 'fileCancel'],
    ['EE 07', '02 01', 'channelMessage'],
    ['EE 07', '01', 'truncated kind 14 2'],
    ['EF 07', '01 00', 'unexpected command 6 0'],
  ])('command %s, kind %s: %s', (command, kind, name) => {
    expect(picked('message', `${upToKind(command)} 00 ${kind}`)).toBe(name)
  })

  test('as soon as these have come', () => {
    expect(picked('message', '87 D6 12 00 02 00 EE 07')).toBe('truncated kind 14 2')
    expect(picked('message', 'FF D6 12 00 02 00 EE 07')).toBe('truncated kind 14 2')
    expect(picked('message', '87 D6 12 00 02 00 EF 07')).toBe('unexpected command 6 0')
    expect(picked('message', '87 D6 12 00 02 00 EE')).toBe('truncated command 6 2')
    expect(picked('message', 'FF D6 12 00 02 00 EE')).toBe('channelInit')
  })
})

test('a file frame is known by its operation', () => {
  const names = ['00', '01', '02', '03', '04', '05', '06', '07', 'FF', ''].map((hex) => picked('file', hex))
  expect(names).toEqual([
    'fileStart',
    'fileReady',
    'fileNext',
    'fileResume',
    'fileStop',
    'fileSpeed',
    'fileData',
    'unexpected op 0 0',
    'channelInit',
    'truncated op 0 1',
  ])
})
