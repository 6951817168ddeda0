import { describe, expect, test } from 'vitest'
import { bytesOf, latin } from '../testing/bytes.ts'
import { openPeer } from './open-peer.ts'

const head = (command: string, kind: string) => `87 D6 12 00 02 00 ${command} 00 00 87 D6 12 00 ${kind} 01 00 00
  0A 00 00 02 0A 00 00 02 D2 04 00 00 04 00 00 10 00`

describe('the message channel', () => {
  test.each([
    ['EE 07', '01 00', '', 'channelMessage'],
    ['DA 07', 'E8 03', '', 'channelAck'],
    ['D0 07', '01 00', '', 'channelCancel'],
    ['EE 07', '02 00', '01 00 00 00 00 00 00 00 00 00 00', 'chatRequest'],
    ['DA 07', '03 00', '20 3A 00 00 01 00 00 00 00 00 00 3A 20 00 00', 'fileAck'],
  ])('tells %s of kind %s', (command, kind, part, name) => {
    expect(openPeer('message', bytesOf(`${head(command, kind)} ${part} FE FF FF FF`))).toMatchObject({
      name,
      value: { uin: 1234567, port: 1234, sequence: 0xffff_fffe },
    })
  })

  test('a sender whose UIN begins with FF is not taken for a channelInit', () => {
    const bytes = bytesOf(`${head('EE 07', '01 00')} 01 00 00 00`)
    bytes[0] = 0xff
    expect(openPeer('message', bytes)).toMatchObject({ name: 'channelMessage', value: { uin: 0x12d6ff } })
  })

  test('what other clients append trails', () => {
    expect(openPeer('message', bytesOf(`${head('EE 07', '01 00')} 01 00 00 00 4C 46 00`))).toMatchObject({
      value: { sequence: 1, trailing: bytesOf('4C 46 00') },
    })
  })

  test('another command and cut frames are faults', () => {
    const other = bytesOf(`${head('EF 07', '01 00')} 01 00 00 00`)
    expect(openPeer('message', other)).toEqual({ fault: 'unexpected', field: 'command', offset: 6, wanted: 0 })
    const cut = (end: number) => openPeer('message', bytesOf(`${head('EE 07', '01 00')} 01 00 00 00`).subarray(0, end))
    expect(cut(7)).toEqual({ fault: 'truncated', field: 'command', offset: 6, wanted: 2 })
    expect(cut(15)).toEqual({ fault: 'truncated', field: 'kind', offset: 14, wanted: 2 })
    expect(cut(39)).toMatchObject({ fault: 'truncated', field: 'sequence' })
  })
})

test('channelInit opens every channel and may be longer than 26 bytes', () => {
  const init = 'FF 02 00 00 00 00 00 00 00 87 D6 12 00 0A 00 00 02 0A 00 00 02 04 D2 04 00 00'
  for (const channel of ['message', 'chat', 'file'] as const) {
    expect(openPeer(channel, bytesOf(init))).toMatchObject({
      name: 'channelInit',
      value: { uin: 1234567, port2: 1234 },
    })
    expect(openPeer(channel, bytesOf(`${init} 01`))).toMatchObject({ value: { trailing: bytesOf('01') } })
    expect(openPeer(channel, bytesOf(init).subarray(0, 25))).toMatchObject({ fault: 'truncated', field: 'port2' })
  }
})

test('the frames of a chat are told apart by their first two numbers', () => {
  const hello = '65 00 00 00 FA FF FF FF 01 00 00 00 02 00 41 00 62 3D FF FF FF 00 00 00 00 00 00'
  expect(openPeer('chat', bytesOf(hello))).toMatchObject({
    name: 'chatHello',
    value: { nick: latin('A'), port: 0x623d, foreground: 0xffff_ff00, background: 0 },
  })
  const font = '00 00 00 00 00 00 00 00 00 00 00 00 04 75 5A 0C 00 00 00 00 00 00 00 01 00 00 00 00'
  expect(openPeer('chat', bytesOf(`06 00 00 00 ${font}`))).toMatchObject({ name: 'chatFont' })
  expect(openPeer('chat', bytesOf(`04 00 07 00 ${font}`))).toMatchObject({ name: 'chatFont' })
  const welcome = '64 00 00 00 01 00 00 00 02 00 41 00 FF FF FF 00 00 00 00 00 03 00 00 00'
  expect(openPeer('chat', bytesOf(`${welcome} ${font}`))).toMatchObject({
    name: 'chatWelcome',
    value: { uin: 1, sessionPort: 0x5a75 },
  })
  expect(openPeer('chat', bytesOf('64 00'))).toMatchObject({ fault: 'truncated' })
})

test('file frames are told apart by their operation', () => {
  expect(openPeer('file', bytesOf('04 01 00 00 00'))).toMatchObject({ name: 'fileStop', value: { fileNumber: 1 } })
  expect(openPeer('file', bytesOf('05 64 00 00 00'))).toMatchObject({ name: 'fileSpeed', value: { speed: 100 } })
  expect(openPeer('file', bytesOf('06'))).toMatchObject({ name: 'fileData', value: { data: bytesOf('') } })
  expect(openPeer('file', bytesOf('07'))).toEqual({ fault: 'unexpected', field: 'op', offset: 0, wanted: 0 })
  expect(openPeer('file', bytesOf(''))).toEqual({ fault: 'truncated', field: 'op', offset: 0, wanted: 1 })
})
