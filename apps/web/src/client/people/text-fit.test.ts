import { expect, test } from 'vitest'
import { fitOf, passwordTrouble } from './text-fit.ts'

test('counts bytes of the code page, and names what it lacks once', () => {
  expect(fitOf('Привет', 'windows-1251')).toEqual({ bytes: 6, lacking: [] })
  expect(fitOf('Привет', 'windows-1252').lacking).toEqual(['П', 'р', 'и', 'в', 'е', 'т'])
  expect(fitOf('😀 ok 😀', 'windows-1252').lacking).toEqual(['😀'])
})

test('a line break takes two bytes however it was typed', () => {
  expect([fitOf('a\nb', 'windows-1252').bytes, fitOf('a\r\nb', 'windows-1252').bytes]).toEqual([4, 4])
})

test('a password has one to eight bytes, all in the code page', () => {
  expect(passwordTrouble('', 'windows-1252')).toBe('empty')
  expect(passwordTrouble('orchid78', 'windows-1252')).toBeUndefined()
  expect(passwordTrouble('пароль78', 'windows-1251')).toBeUndefined()
  expect(passwordTrouble('orchid789', 'windows-1252')).toEqual({ bytes: 9 })
  expect(passwordTrouble('пароль', 'windows-1252')).toEqual({ lacking: [...'пароль'] })
})
