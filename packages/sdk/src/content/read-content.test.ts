import { codePage } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { readContent } from './read-content.ts'

const latin = codePage()
const cyrillic = codePage('windows-1251')
/** `¦` stands for the byte between fields. */
const bytes = (text: string): Uint8Array => latin.encode(text.replaceAll('¦', 'þ'))

// Texts of packets that were captured on the real network: docs/protocol and protocol vectors S16, S22, S23, C26, C27.
test('what clients and servers of the time sent', () => {
  expect(readContent(0x13, bytes('2¦1234567¦Friend¦7654321¦Pal¦'), latin)).toEqual({
    type: 'contacts',
    contacts: [
      { uin: 1234567, nick: 'Friend' },
      { uin: 7654321, nick: 'Pal' },
    ],
  })
  const request = bytes('Nicknamexx¦Firstn¦Last¦me@mail.example.ca¦1¦Please authorize me.')
  expect(readContent(6, request, latin)).toEqual({
    type: 'authorizationRequested',
    nick: 'Nicknamexx',
    first: 'Firstn',
    last: 'Last',
    email: 'me@mail.example.ca',
    needsAuthorization: false,
    reason: 'Please authorize me.',
  })
  const page = bytes('my name¦¦¦email¦3¦Sender IP: 209.239.6.13\r\nSubject: subject\r\nthe message')
  expect(readContent(0xd, page, latin)).toEqual({
    type: 'pager',
    name: 'my name',
    email: 'email',
    ip: '209.239.6.13',
    subject: 'subject',
    text: 'the message',
  })
  expect(readContent(8, bytes(''), latin)).toEqual({ type: 'authorizationGranted' })
  expect(readContent(8, Uint8Array.of(3), latin)).toEqual({ type: 'authorizationGranted' })
})

test('fields that are missing or too many', () => {
  expect(readContent(6, bytes('let me in'), latin)).toMatchObject({ nick: '', reason: 'let me in' })
  expect(readContent(0xc, bytes('nick¦first¦last¦e@mail'), latin)).toMatchObject({ email: 'e@mail' })
  expect(readContent(0xc, bytes('nick¦first¦last¦e@mail¦0¦'), latin)).toMatchObject({ needsAuthorization: true })
  expect(readContent(4, bytes('http://example.org/'), latin)).toEqual({
    type: 'url',
    url: 'http://example.org/',
    description: '',
  })
  expect(readContent(4, bytes('a page¦http://example.org/¦'), latin)).toMatchObject({ url: 'http://example.org/' })
  expect(readContent(0x13, bytes('2¦1001¦ann¦0¦nobody¦x¦y'), latin)).toMatchObject({ contacts: [{ uin: 1001 }] })
  expect(readContent(0xd, bytes('hello'), latin)).toMatchObject({ name: '', text: 'hello' })
})

test('the letter ю divides nothing where it can be told apart', () => {
  const write = (text: string): Uint8Array => cyrillic.encode(text.replaceAll('¦', 'ю'))
  expect(readContent(4, write('моюсь утром¦http://example.org/'), cyrillic)).toEqual({
    type: 'url',
    url: 'http://example.org/',
    description: 'моюсь утром',
  })
  expect(readContent(6, write('Люда¦Анна¦Ли¦a@b.c¦1¦пою'), cyrillic)).toMatchObject({
    nick: 'Люда',
    last: 'Ли',
    reason: 'пою',
  })
  expect(readContent(0x13, write('2¦1001¦Люда¦1002¦Юра¦'), cyrillic)).toMatchObject({
    contacts: [
      { uin: 1001, nick: 'Люда' },
      { uin: 1002, nick: 'Юра' },
    ],
  })
})

test('a NUL ends a text, and every line end becomes one', () => {
  expect(readContent(1, bytes('a\r\nb\rc\nd\0rest'), latin)).toEqual({ type: 'message', text: 'a\nb\nc\nd' })
})

test('kinds that nobody knows, and several recipients', () => {
  expect(readContent(0x1a, bytes('?'), latin)).toEqual({ type: 'other' })
  expect(readContent(0x8001, bytes('all'), latin)).toEqual({ type: 'message', text: 'all' })
})
