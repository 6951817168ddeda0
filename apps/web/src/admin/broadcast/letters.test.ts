import { describe, expect, it } from 'vitest'
import { letters } from './letters.ts'

describe('a text for everybody', () => {
  it('is counted in bytes of its code page, with both bytes of a new line', () => {
    expect(letters('Привет\nвсем', 'windows-1251')).toEqual({ bytes: 12, missing: [] })
  })

  it('names what the code page lacks, once', () => {
    expect(letters('ёжик ёж ☎', 'windows-1252').missing).toEqual(['ё', 'ж', 'и', 'к', '☎'])
    expect(letters('ёжик № «да» —', 'windows-1251').missing).toEqual([])
  })
})
