import { expect, test } from 'vitest'
import { somebody } from '../../testing/somebody.ts'
import { findPeople, typedUin } from './find-people.ts'

const people = [
  somebody(204118, { name: 'Kaktus', nick: 'Kaktus' }),
  somebody(118266, { name: 'Ёжик', nick: 'hedgehog_99', givenName: 'Ёжик', status: 'online' }),
]
const names = (typed: string): readonly string[] => findPeople(people, typed).map(({ name }) => name)

test('beginnings of words are found, without case and dots', () => {
  expect(names('КАК')).toEqual([])
  expect(names('kak')).toEqual(['Kaktus'])
  expect(names('еж')).toEqual(['Ёжик'])
  expect(names('99')).toEqual(['Ёжик'])
  expect(names('gehog')).toEqual([])
})

test('numbers are found by how they begin', () => {
  expect(names('204 1')).toEqual(['Kaktus'])
})

test('who is online comes first', () => {
  expect(findPeople([...people, somebody(2, { name: 'kit', status: 'online' })], 'k').map(({ name }) => name)).toEqual([
    'kit',
    'Kaktus',
  ])
})

test('a number is read as people write it', () => {
  expect(typedUin('204-118 ')).toBe(204118)
  expect(typedUin('12')).toBeUndefined()
  expect(typedUin('99999999999')).toBeUndefined()
  expect(typedUin('20a4118')).toBeUndefined()
})
