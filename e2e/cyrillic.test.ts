import { expect, test } from 'vitest'
import {
  code,
  join,
  messageBody,
  namesBody,
  readFound,
  readMessage,
  readStored,
  textCodeBody,
  u8,
  u16,
  u32,
} from './bytes.ts'
import { runSeekyou } from './run-seekyou.ts'
import { useServer } from './use-server.ts'

const place = useServer()
const decode = (latin: string, page: string) => new TextDecoder(page).decode(Buffer.from(latin, 'latin1'))
/** «Привет, Юля! Hello.» in windows-1251; its last small letter of Юля is FF, and ю would be FE. */
const greeting = Buffer.from('cff0e8e2e5f22c20defeebff21202048656c6c6f2e', 'hex').toString('latin1')

test('a Russian and a Western client read what they can of each other, byte for byte, also what was stored', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await anna.command(code.sendMessage, messageBody(boris.uin, greeting))
  const { text } = readMessage((await boris.expect(code.message)).body)
  expect(text).toBe(greeting)
  expect(decode(text, 'windows-1251')).toBe('Привет, Ююля!  Hello.')
  expect(decode(text, 'windows-1252')).toContain('Hello.')
  await boris.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  await anna.command(code.sendMessage, messageBody(boris.uin, greeting))
  const again = await place.signedOn({ uin: boris.uin })
  await again.command(code.fetchStored)
  expect(readStored((await again.expect(code.stored)).body).text).toBe(greeting)
})

test('a letter that has the byte of the field separator adds no field to what the server writes', async () => {
  const [julia, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await julia.command(code.updateInfo, join(u16(1), namesBody({ nick: '\u00fe\u00eb\u00ff' }), u8(1)))
  await julia.expect(code.updateReply)
  await julia.command(code.addToList, u32(boris.uin))
  const { type, text } = readMessage((await boris.expect(code.message)).body)
  expect(type).toBe(0x0c)
  expect(text.split('\u00fe')).toHaveLength(5)
  expect(decode(text.split('\u00fe')[0] as string, 'windows-1251')).toBe('Юля')
})

test('names are found in their own bytes, and shown to the operator in the code page of the account', async () => {
  const [julia, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const nick = '\u00c6\u00f3\u00ea'
  await julia.command(code.updateInfo, join(u16(1), namesBody({ nick }), u8(1)))
  await julia.expect(code.updateReply)
  await boris.command(code.searchUser, join(u16(2), namesBody({ nick })))
  expect(readFound((await boris.expect(code.userFound)).body)).toMatchObject({ uin: julia.uin, nick })
  const show = async (page: string) => {
    await runSeekyou(['user', 'set', String(julia.uin), '--data', place.server.data, '--code-page', page])
    return (await runSeekyou(['user', 'list', '--data', place.server.data])).stdout
  }
  expect(await show('windows-1251')).toContain('Жук')
  expect(await show('windows-1252')).toContain('Æóê')
  await boris.command(code.infoRequest, join(u16(3), u32(julia.uin)))
  expect(readFound((await boris.expect(code.infoReply)).body).nick).toBe(nick)
})
