import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { type RegistrationNote, readNote, writeNote } from './registration-note.ts'

function keeper() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const note: RegistrationNote = {
  draft: { nick: 'ann', first: '', last: '', email: '', needsAuthorization: true, codePage: 'windows-1251' },
  askedAt: 1_000,
}

test('keeps what was asked, and the answer', () => {
  const here = keeper()
  writeNote(note, here)
  expect(readNote(here)).toEqual(note)
  writeNote({ ...note, uin: uin(104_733) }, here)
  expect(readNote(here)).toEqual({ ...note, uin: 104_733 })
  writeNote(undefined, here)
  expect(readNote(here)).toBeUndefined()
})

test.each(['', 'null', '7', '{', '[]', '{"draft":null}', '{"draft":{},"askedAt":"x"}'])(
  'makes nothing of %j',
  (text) => {
    const here = keeper()
    here.kept.set('seekyou.registration', text)
    expect(readNote(here)).toBeUndefined()
  },
)

test('what is no text and no number is left out', () => {
  const here = keeper()
  here.kept.set('seekyou.registration', '{"draft":{"nick":7,"codePage":"x"},"askedAt":1,"uin":0}')
  expect(readNote(here)).toEqual({
    draft: { nick: '', first: '', last: '', email: '', needsAuthorization: false, codePage: 'windows-1252' },
    askedAt: 1,
  })
})
