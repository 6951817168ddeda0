import type { Answer, Inquiry } from '@seekyou/client'
import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Inquirer } from './inquirer.ts'

const question = { name: 'requestInfo', uin: uin(1002) } as const
const answer = { name: 'uinUnknown', uin: uin(1002) } as const satisfies Answer

function inquirer() {
  const handed: Inquiry[] = []
  let id = 0
  return {
    handed,
    all: new Inquirer(
      (inquiry) => handed.push(inquiry),
      () => ++id,
    ),
  }
}

test('questions wait for a connection, and get all their answers', async () => {
  const { all, handed } = inquirer()
  const asked = all.ask(question)
  expect(handed).toEqual([])
  all.setOnline(true)
  expect(handed).toEqual([{ ...question, id: 1 }])
  all.hear({ kind: 'answered', id: 1, answer, isLast: false })
  all.hear({ kind: 'answered', id: 1, answer, isLast: true })
  all.hear({ kind: 'answered', id: 1, answer, isLast: true })
  expect(await asked).toEqual([answer, answer])
})

test('no more are open at a time than the machine takes', () => {
  const { all, handed } = inquirer()
  all.setOnline(true)
  for (let count = 0; count < 120; count++) all.ask(question).catch(() => {})
  expect(handed).toHaveLength(100)
  all.hear({ kind: 'unanswered', id: 7 })
  expect(handed).toHaveLength(101)
})

test('given up, unanswered, signed off', async () => {
  const { all, handed } = inquirer()
  const controller = new AbortController()
  const given = all.ask(question, controller.signal)
  controller.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  await expect(all.ask(question, AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
  all.setOnline(true)
  expect(handed).toEqual([])
  const unanswered = all.ask(question)
  all.hear({ kind: 'unanswered', id: 1 })
  await expect(unanswered).rejects.toMatchObject({ name: 'NoAnswer' })
  const open = all.ask(question)
  all.setOnline(false)
  const waiting = all.ask(question)
  all.end()
  await expect(open).rejects.toMatchObject({ name: 'NoAnswer' })
  await expect(waiting).rejects.toMatchObject({ name: 'SignedOff' })
  await expect(all.ask(question)).rejects.toMatchObject({ name: 'SignedOff' })
})
