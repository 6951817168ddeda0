// Two processes in a chat over a real connection.
import { expect, test } from 'vitest'
import { useServer } from '../use-server.ts'
import { usePeople } from './use-people.ts'

const people = usePeople(useServer({ flags: ['--direct', 'on'] }))

async function chatting() {
  const all = await people.pair({ codePage: 'windows-1251' })
  const began = all.ann.do('chat', all.bobUin, 'новости')
  expect(await all.bob.sees('user', 'chatRequested')).toMatchObject({
    from: all.annUin,
    isProven: true,
    reason: 'новости',
  })
  await all.bob.do('acceptChat')
  await began
  return all
}

test('what is typed is seen as it is typed, both ways: letters, corrections, lines, bells, looks', async () => {
  const { ann, bob } = await chatting()
  expect([await ann.do('chatNick'), await bob.do('chatNick')]).toEqual(['Bob', 'Ann'])
  await ann.do('type', 'Привт')
  expect(await bob.sees('chat', 'typed')).toMatchObject({ text: 'Привт' })
  await ann.do('type', '\b')
  await bob.sees('chat', 'backspace')
  await ann.do('type', 'ет\nsecond\n')
  expect(await bob.sees('chat', 'line')).toMatchObject({ text: 'Привет' })
  expect(await bob.sees('chat', 'line')).toMatchObject({ text: 'second' })
  await bob.do('type', '\x07')
  await ann.sees('chat', 'beep')
  const look = { foreground: '#ff0000', background: '#00ff00', font: 'Arial', isBold: true, size: 20 }
  await bob.do('setLook', look)
  await ann.sees('chat', 'look', (told) => {
    const seen = told.look as Record<string, unknown>
    return Object.entries(look).every(([name, value]) => seen[name] === value)
  })
})

test('either side ends it, for both', async () => {
  for (const who of ['ann', 'bob'] as const) {
    const { ann, bob } = await chatting()
    await { ann, bob }[who].do('leaveChat')
    expect(await ann.sees('chat', 'ended')).toMatchObject({ because: 'left' })
    expect(await bob.sees('chat', 'ended')).toMatchObject({ because: 'left' })
  }
})

test('a refusal says why', async () => {
  const { ann, bob, bobUin } = await people.pair()
  const asked = ann.do('chat', bobUin, 'please')
  const refused = expect(asked).rejects.toMatchObject({ name: 'ChatError', because: 'refused', reason: 'not now' })
  await bob.sees('user', 'chatRequested')
  await bob.do('refuseChat', 'not now')
  await refused
})

test('when the other process dies the chat is over', async () => {
  const { ann, bob } = await chatting()
  await bob.kill()
  expect(await ann.sees('chat', 'ended')).toMatchObject({ because: 'left' })
})
