import { expect, test } from 'vitest'
import { code, join, namesBody, readFound, str, textCodeBody, u8, u16, u32 } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { password } from './started-server.ts'
import { useServer } from './use-server.ts'

const place = useServer()

async function infoOf(client: RawClient, uin = client.uin) {
  await client.command(code.infoRequest, join(u16(1), u32(uin)))
  return readFound((await client.expect(code.infoReply)).body)
}

test('both commands for the short profile work, each with its own answer', async () => {
  const anna = await place.signedOn()
  await anna.command(code.newUserInfo, join(u16(21), namesBody({ nick: 'A', last: 'Ames' }), u8(0)))
  expect((await anna.expect(code.newUserReply)).body).toEqual(u16(21))
  expect(await infoOf(anna)).toMatchObject({ nick: 'A', first: '', last: 'Ames', auth: 0 })
  await anna.command(code.updateInfo, join(u16(22), namesBody({ nick: 'B' }), u8(1)))
  expect((await anna.expect(code.updateReply)).body).toEqual(u16(22))
  expect(await infoOf(anna)).toMatchObject({ nick: 'B', last: '', auth: 1 })
})

test('whether one wants to be asked stays as it was when it is left out', async () => {
  const anna = await place.signedOn()
  await anna.command(code.newUserInfo, join(u16(1), namesBody({ nick: 'A' }), u8(0)))
  await anna.expect(code.newUserReply)
  await anna.command(code.newUserInfo, join(u16(2), namesBody({ nick: 'B' })))
  await anna.expect(code.newUserReply)
  expect(await infoOf(anna)).toMatchObject({ nick: 'B', auth: 0 })
})

test('the byte 1 means that anyone may add, in what is told and in what is set', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  for (const auth of [0, 1]) {
    await boris.command(code.updateInfo, join(u16(1), namesBody({}), u8(auth)))
    await boris.expect(code.updateReply)
    expect(await infoOf(anna, boris.uin)).toMatchObject({ auth })
  }
})

test('another password is confirmed, and from then on the only one', async () => {
  const anna = await place.signedOn()
  await anna.command(code.changePassword, join(u16(11), str('newpass')))
  expect((await anna.expect(code.passwordReply)).body).toEqual(u16(11))
  await anna.command(code.keepAlive)
  await anna.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  const again = await place.client()
  again.sendLogin(anna.uin, { password })
  await again.expect(code.badPassword)
  await again.login(anna.uin, 'newpass')
})

test('what only wants an acknowledgement gets one and nothing else', async () => {
  const anna = await place.signedOn()
  anna.forget()
  await anna.command(code.windowState, u8(0))
  await anna.command(code.windowState, join(u32(0), u8(0xff)))
  await anna.command(code.queryServers)
  await anna.command(code.queryAddons, u32(0x19))
  await anna.command(code.textCode, textCodeBody('B_SOMETHING_ELSE'))
  await anna.caughtUp()
  expect(anna.log.filter((packet) => packet.code !== code.ack)).toEqual([])
})
