import { packAddress, uin, webAddress } from '@seekyou/language'
import type { Note } from '@seekyou/server'
import { expect, test, vi } from 'vitest'
import { inWords } from './note-words.ts'
import { gatewayNoteWriter, noteWriter } from './write-note.ts'

const here = packAddress(0x7f00_0001, 4_711)
const ann = uin(1_001)

test('the log tells who comes over a WebSocket', () => {
  const info = vi.fn()
  const write = noteWriter({ info } as never)
  write({ what: 'signedOn', uin: ann, address: here })
  write({ what: 'signedOn', uin: ann, address: webAddress(0x7f00_0001, 5) })
  expect(info.mock.calls).toEqual([
    [{ uin: ann, address: '127.0.0.1:4711' }, 'signedOn'],
    [{ uin: ann, address: '127.0.0.1:5', over: 'web' }, 'signedOn'],
  ])
})

test('every note is one line for people', () => {
  const notes: Note[] = [
    { what: 'signedOn', uin: ann, address: here },
    { what: 'signedOff', uin: ann, address: here, because: 'gone' },
    { what: 'signOnRefused', uin: ann, address: here, because: 'password' },
    { what: 'registered', uin: ann, address: here },
    { what: 'registrationRefused', address: here },
    { what: 'farNumber', uin: ann, address: here },
    { what: 'takenUp', links: 3, forgotten: 1 },
    { what: 'storeFailed', cause: new Error('secret') },
    { what: 'storeWorks' },
    { what: 'bug', error: new Error('secret') },
  ]
  const said = notes.map(inWords)
  expect(said.map(({ text }) => text)).toEqual([
    'signed on from 127.0.0.1:4711',
    'left 127.0.0.1:4711: the browser has closed the connection',
    'was refused at 127.0.0.1:4711: wrong password',
    'is a new number, for 127.0.0.1:4711',
    '127.0.0.1:4711 was refused a number',
    'had a packet from 127.0.0.1:4711 far from those before it: somebody may be guessing',
    '3 links of the last run go on, 1 were over',
    'the store failed; messages are kept in memory and tried again',
    'the store works again',
    'an error of the server itself has ended one conversation; the log has more',
  ])
  expect(said[0]).toMatchObject({ kind: 'signedOn', uin: ann })
})

test('what browsers report is written, twenty times in a minute at the most', () => {
  const log = { warn: vi.fn() }
  const chronicle = { note: vi.fn() }
  const write = gatewayNoteWriter(log, chronicle)
  for (let count = 0; count < 50; count++) {
    write({ what: 'cspReport', directive: 'script-src', blocked: 'inline', source: '/assets/a.js:1' })
  }
  write({ what: 'untrustedProxy', proxy: '192.0.2.1' })
  expect(log.warn.mock.calls.length).toBeLessThanOrEqual(41)
  expect(log.warn.mock.calls[0]).toEqual([
    { directive: 'script-src', blocked: 'inline', source: '/assets/a.js:1' },
    'a browser has kept a page from doing what it must not',
  ])
  expect(chronicle.note).toHaveBeenLastCalledWith({
    kind: 'untrustedProxy',
    text: expect.stringContaining('--trusted-proxy 192.0.2.1'),
  })
})
