import { expect, test } from 'vitest'
import { code, join, messageBody, namesBody, readMessage, u8, u16, u32, uins } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { useServer } from './use-server.ts'

const open = useServer({ users: 12 })
const enforced = useServer({ users: 12, flags: ['--enforce-authorization', 'on'] })

/** This user wants to be asked. */
async function guard(client: RawClient): Promise<void> {
  await client.command(code.updateInfo, join(u16(1), namesBody({ nick: 'Guarded' }), u8(0)))
  await client.expect(code.updateReply)
}

async function sees(watcher: RawClient, uin: number): Promise<boolean> {
  watcher.forget()
  await watcher.command(code.contacts, uins(uin))
  await watcher.expect(code.contactsEnd)
  return watcher.received(code.online).length > 0
}

test('by default nobody is hidden: it is the clients that ask', async () => {
  const [anna, boris] = await Promise.all([open.signedOn(), open.signedOn()])
  await guard(boris)
  expect(await sees(anna, boris.uin)).toBe(true)
})

test('enforced: who wants to be asked is hidden until they grant it, whichever command carries the grant', async () => {
  for (const [command, text] of [
    [code.sendMessage, '\u0003'],
    [code.messageToNewUser, ''],
  ] as const) {
    const [anna, boris] = await Promise.all([enforced.signedOn(), enforced.signedOn()])
    await guard(boris)
    expect(await sees(anna, boris.uin)).toBe(false)
    await anna.command(code.messageToNewUser, messageBody(boris.uin, 'A\u00feB\u00feC\u00fee\u00fe1\u00feplease', 6))
    expect(readMessage((await boris.expect(code.message)).body)).toMatchObject({ from: anna.uin, type: 6 })
    await boris.command(code.messageToNewUser, messageBody(anna.uin, 'not today', 7))
    expect(readMessage((await anna.expect(code.message)).body)).toMatchObject({ type: 7, text: 'not today' })
    expect(await sees(anna, boris.uin)).toBe(false)
    await boris.command(command, messageBody(anna.uin, text, 8))
    expect(readMessage((await anna.expect(code.message)).body)).toMatchObject({ type: 8, text })
    expect((await anna.expect(code.online)).body.readUInt32LE(0)).toBe(boris.uin)
  }
})

test('enforced: a contact from the time before stays', async () => {
  const [anna, boris] = await Promise.all([enforced.signedOn(), enforced.signedOn()])
  expect(await sees(anna, boris.uin)).toBe(true)
  await guard(boris)
  expect(await sees(anna, boris.uin)).toBe(true)
})

test('being added: the contact hears of it once, the adder sees them', async () => {
  const [anna, boris] = await Promise.all([open.signedOn(), open.signedOn()])
  await anna.command(code.addToList, u32(boris.uin))
  await anna.command(code.addToList, u32(boris.uin))
  expect((await anna.expect(code.online)).body.readUInt32LE(0)).toBe(boris.uin)
  const { from, type, text } = readMessage((await boris.expect(code.message)).body)
  expect([from, type, text.split('\u00fe').length]).toEqual([anna.uin, 12, 5])
  await boris.caughtUp()
  expect(boris.received(code.message)).toHaveLength(1)
})
