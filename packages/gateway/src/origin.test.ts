import { expect, test } from 'vitest'
import { mayConnect } from './origin.ts'

const allowed = ['https://chat.example.org']

test.each([
  [undefined, '127.0.0.1:8080'],
  [undefined, undefined],
  ['http://127.0.0.1:8080', '127.0.0.1:8080'],
  ['https://icq.example.org', 'icq.example.org'],
  ['https://icq.example.org', 'icq.example.org:443'],
  ['https://ICQ.example.org', 'icq.EXAMPLE.org'],
  ['https://icq.example.org:8443', 'icq.example.org:8443'],
  ['http://[::1]:8080', '[::1]:8080'],
  ['https://chat.example.org', '127.0.0.1:8080'],
])('a page of %s may connect to %s', (origin, host) => {
  expect(mayConnect(origin, host, allowed)).toBe(true)
})

test.each([
  ['http://evil.example', '127.0.0.1:8080'],
  ['http://127.0.0.1:8081', '127.0.0.1:8080'],
  ['http://127.0.0.1', '127.0.0.1:8080'],
  ['https://icq.example.org.evil.example', 'icq.example.org'],
  ['http://chat.example.org', '127.0.0.1:8080'],
  ['null', '127.0.0.1:8080'],
  ['', '127.0.0.1:8080'],
  ['file://', ''],
  ['http://127.0.0.1:8080', undefined],
  ['http://x', 'x@y'],
  ['chrome-extension://abc', 'abc'],
])('a page of %s may not connect to %s', (origin, host) => {
  expect(mayConnect(origin, host, allowed)).toBe(false)
})
