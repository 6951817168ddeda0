import { testNetwork } from '@seekyou/sdk/testing'
import { expect, test } from 'vitest'
import type { Entry } from './contract.ts'
import { memoryHistory } from './memory-history.ts'
import { memoryNotebook } from './memory-notebook.ts'
import { annUin, bobUin, TestDevice } from './testing/stage.ts'

test('a thousand contacts and ten thousand entries cost no more than they must', async () => {
  const history = memoryHistory()
  let read = 0
  const counting = {
    ...history,
    async page(...given: Parameters<typeof history.page>): Promise<readonly Entry[]> {
      const entries = await history.page(...given)
      read += entries.length
      return entries
    },
  }
  for (let at = 0; at < 10_000; at++) {
    const content = { type: 'message', text: `number ${at}` } as const
    await history.put({ id: `${at}`.padStart(5, '0'), with: bobUin, at, author: 'them', content })
  }
  const notebook = memoryNotebook()
  let written = 0
  const counted = {
    ...notebook,
    write: (name: string, value: unknown) => {
      written += 1
      return notebook.write(name, value)
    },
  }
  const network = testNetwork()
  const device = new TestDevice(network, annUin, { history: counting, notebook: counted })
  const ann = await device.online()
  for (let uin = 2_000; uin < 3_000; uin++) ann.addContact(uin as never, { name: `Number ${uin}` })
  for (let uin = 2_000; uin < 2_020; uin++) await network.connect({ uin })
  await network.pass(5_000)
  const again = device.open()
  let told = 0
  again.people.watch(() => told++)
  const before = written
  await network.until(() => [...again.people.get().values()].filter(({ status }) => status).length === 20)
  expect(told).toBeLessThan(30)
  expect(written - before).toBeLessThan(100)

  const talk = again.conversation(bobUin)
  await network.until(() => talk.get().entries.length > 0)
  expect(read).toBeLessThan(100)
})
