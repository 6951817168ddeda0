import { expect, test } from 'vitest'
import { plural } from './plural.ts'

test('English has one and many', () => {
  const messages = plural('en', { one: '# message', other: '# messages' })
  expect([0, 1, 2, 1200].map(messages)).toEqual(['0 messages', '1 message', '2 messages', '1,200 messages'])
})

test('Russian counts by the last digits', () => {
  const messages = plural('ru', { one: '# сообщение', few: '# сообщения', many: '# сообщений', other: '# сообщения' })
  expect([1, 2, 5, 11, 21, 22, 112].map(messages)).toEqual([
    '1 сообщение',
    '2 сообщения',
    '5 сообщений',
    '11 сообщений',
    '21 сообщение',
    '22 сообщения',
    '112 сообщений',
  ])
})

test('a form that is not there is the other one', () => {
  expect(plural('uk', { other: 'знайдено: #' })(1)).toBe('знайдено: 1')
})
