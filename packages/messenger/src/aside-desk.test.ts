import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import { AsideDesk } from './aside-desk.ts'

function stage() {
  const network = testNetwork()
  const written: string[] = []
  const desk = new AsideDesk(network.newWorld())
  desk.opened((text) => written.push(text))
  return { network, desk, written }
}

test('each answer finds its question, in whatever order; anything else is nobody’s answer', async () => {
  const { desk, written } = stage()
  const list = desk.ask('contactList', {})
  const settings = desk.ask('settings', {})
  expect(written.map((text) => JSON.parse(text))).toEqual([
    { id: 1, name: 'contactList', ask: {} },
    { id: 2, name: 'settings', ask: {} },
  ])
  for (const text of ['', '{', 'null', '7', '[]', '{"id":"1","answer":{}}', '{"id":3,"answer":{}}']) desk.read(text)
  desk.read('{"id":2,"answer":{"settings":"x"}}')
  desk.read('{"id":2,"refused":"too late"}')
  desk.read('{"id":1,"refused":"Not for you."}')
  expect(await settings).toEqual({ settings: 'x' })
  await expect(list).rejects.toThrow('Not for you.')
  const broken = desk.ask('settings', {})
  desk.read('{"id":3,"answer":5}')
  await expect(broken).rejects.toThrow('without a reason')
})

test('nobody waits for ever, nor for a road that is gone', async () => {
  const { network, desk } = stage()
  const slow = desk.ask('settings', {})
  slow.catch(() => {})
  await network.pass(10_000)
  await expect(slow).rejects.toThrow('did not answer')
  const cut = desk.ask('settings', {})
  desk.closed()
  await expect(cut).rejects.toThrow('The connection ended')
  await expect(desk.ask('settings', {})).rejects.toThrow('does not offer that')
  expect(desk.isOffered).toBe(false)
})
