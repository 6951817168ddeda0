import { expect, test } from 'vitest'
import {
  code,
  messageBody,
  readMessage,
  readOnline,
  readStatus,
  readStored,
  registerBody,
  textCodeBody,
  u32,
  uins,
} from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { useServer } from './use-server.ts'

const place = useServer({ users: 0, flags: ['--registration', 'open'] })

/** Somebody who has just got a number by themselves. */
async function newcomer(password: string): Promise<RawClient> {
  const client = await place.client()
  await client.expectAck(client.send(code.register, registerBody(password)))
  client.uin = (await client.expect(code.newUin)).body.readUInt32LE(2)
  return client
}

test('two people get their numbers, meet, talk, write to each other while away, and leave', async () => {
  const anna = await newcomer('apple')
  const boris = await newcomer('birch')
  expect(anna.uin).not.toBe(boris.uin)

  await anna.login(anna.uin, 'apple')
  await anna.command(code.contacts, uins(boris.uin))
  expect((await anna.expect(code.contactsEnd)).body).toEqual(u32(anna.uin))
  await anna.command(code.fetchStored)
  expect((await anna.expect(code.storedEnd)).body).toEqual(u32(anna.uin))
  await anna.command(code.confirmStored)

  await boris.login(boris.uin, 'birch')
  expect(readOnline((await anna.expect(code.online)).body)).toMatchObject({ uin: boris.uin, status: 0 })
  await boris.command(code.contacts, uins(anna.uin))
  expect(readOnline((await boris.expect(code.online)).body)).toMatchObject({ uin: anna.uin, status: 0 })
  await boris.expect(code.contactsEnd)

  await anna.command(code.sendMessage, messageBody(boris.uin, 'Hello!'))
  expect(readMessage((await boris.expect(code.message)).body)).toEqual({ from: anna.uin, type: 1, text: 'Hello!' })
  await boris.command(code.sendMessage, messageBody(anna.uin, 'Good morning.'))
  expect(readMessage((await anna.expect(code.message)).body).text).toBe('Good morning.')

  await boris.command(code.changeStatus, u32(1))
  expect(readStatus((await anna.expect(code.statusUpdate)).body)).toEqual({ uin: boris.uin, status: 1 })
  await boris.command(code.keepAlive)

  await boris.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  expect((await anna.expect(code.offline)).body).toEqual(u32(boris.uin))
  await anna.command(code.sendMessage, messageBody(boris.uin, 'Where are you?'))

  const borisAgain = await place.client()
  await borisAgain.login(boris.uin, 'birch')
  await borisAgain.command(code.fetchStored)
  expect(readStored((await borisAgain.expect(code.stored)).body)).toMatchObject({
    from: anna.uin,
    text: 'Where are you?',
  })
  await borisAgain.expect(code.storedEnd)
  await anna.expect(code.online)
})
