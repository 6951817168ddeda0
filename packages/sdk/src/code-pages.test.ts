import type { Text } from '@seekyou/language'
import { codePage } from '@seekyou/wire'
import { expect, test } from 'vitest'
import type { CodePageName } from './options.ts'
import { testNetwork } from './testing/index.ts'

const [annUin, bobUin, catUin, danUin] = [1001, 1002, 1003, 1004]
const words = 'Привет'

test('everybody is written to and read in their own code page', async () => {
  const network = testNetwork()
  const pages: Record<number, CodePageName> = { [bobUin]: 'koi8-r', [catUin]: 'windows-1251', [annUin]: 'ibm866' }
  const asked: (Text | undefined)[] = []
  const ann = await network.connect({
    uin: annUin,
    codePageOf: (uin, text) => {
      if (uin === bobUin) asked.push(text)
      return pages[uin]
    },
  })
  const [bob, cat, dan] = await Promise.all([
    network.connect({ uin: bobUin, codePage: 'koi8-r' }),
    network.connect({ uin: catUin, codePage: 'windows-1251' }),
    network.connect({ uin: danUin }),
  ])
  const heard = [bob, cat].map((user) => user.once('message'))
  await network.finish(ann.send([bobUin, catUin, danUin], words))
  for (const message of heard) expect(await network.finish(message)).toMatchObject({ text: words })

  asked.length = 0
  const fromBob = ann.once('message')
  await network.finish(bob.send(annUin, words))
  expect(await network.finish(fromBob)).toMatchObject({ text: words })
  expect(asked).toEqual([codePage('koi8-r').encode(words)])
  const fromDan = ann.once('message')
  await network.finish(dan.send(annUin, 'déjà'))
  expect(await network.finish(fromDan)).toMatchObject({ text: 'déjà' })

  await network.finish(bob.updateInfo({ nick: 'Боря' }))
  expect(await network.finish(ann.info(bobUin))).toMatchObject({ nick: 'Боря' })
  expect((await network.finish(ann.find({ uin: bobUin }))).found).toMatchObject([{ nick: 'Боря' }])
  await network.finish(ann.updateInfo({ nick: 'Аня' }))
  expect(await network.finish(ann.info(annUin))).toMatchObject({ nick: 'Аня' })
})

test('a password stays in the code page of the options, whatever its user writes in', async () => {
  const network = testNetwork()
  let own: CodePageName = 'windows-1252'
  const ann = await network.connect({ uin: annUin, codePageOf: () => own })
  own = 'windows-1251'
  await network.finish(ann.changePassword('zażółć'))
  await network.finish(ann.signOff())
  const again = await network.connect({ uin: annUin, password: 'zażółć', codePageOf: () => own })
  expect(again.state).toBe('online')
})
