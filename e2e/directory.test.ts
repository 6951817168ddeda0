import { expect, test } from 'vitest'
import { code, join, namesBody, readFound, str, u8, u16, u32 } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { runSeekyou } from './run-seekyou.ts'
import { nickOf, useServer } from './use-server.ts'

const place = useServer({ users: 80 })
const nobody = 77_777_777

const setNames = async (client: RawClient, names: Parameters<typeof namesBody>[0], auth = 1) => {
  await client.command(code.updateInfo, join(u16(9), namesBody(names), u8(auth)))
  await client.expect(code.updateReply)
}

/** Searches and returns what was found, and whether there is more. */
async function search(client: RawClient, command: number, body: Buffer, subSeq = 5) {
  client.forget()
  await client.command(command, join(u16(subSeq), body))
  const end = await client.expect(code.searchEnd)
  expect(end.body.readUInt16LE(0)).toBe(subSeq)
  return { found: client.received(code.userFound).map(({ body }) => readFound(body)), more: end.body.readUInt8(2) }
}

test('a number is found with the profile that belongs to it; one that nobody has is not', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await setNames(boris, { nick: 'Bo', first: 'Boris', last: 'Bear', email: 'bo@example.org' }, 0)
  expect(await search(anna, code.searchUin, u32(boris.uin))).toEqual({
    found: [{ subSeq: 5, uin: boris.uin, nick: 'Bo', first: 'Boris', last: 'Bear', email: '', auth: 0, rest: 1 }],
    more: 0,
  })
  expect(await search(anna, code.searchUin, u32(nobody))).toEqual({ found: [], more: 0 })
})

test('people are found by the beginnings of their names, whatever the case, and by a whole e-mail address', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await setNames(boris, { nick: 'Zebra', first: 'Zoe', last: 'Z%_t', email: 'Zoe@Example.org' })
  const by = async (names: Parameters<typeof namesBody>[0]) =>
    (await search(anna, code.searchUser, namesBody(names))).found.map(({ uin }) => uin)
  expect(await by({ nick: 'zEB' })).toEqual([boris.uin])
  expect(await by({ nick: 'zeb', first: 'ZO', last: 'z%' })).toEqual([boris.uin])
  expect(await by({ nick: 'ebra' })).toEqual([])
  expect(await by({ nick: 'zeb', first: 'An' })).toEqual([])
  expect(await by({ last: 'z__t' })).toEqual([])
  expect(await by({ last: '%' })).toEqual([])
  expect(await by({ email: 'zoe@example.ORG' })).toEqual([boris.uin])
  expect(await by({ email: 'zoe@' })).toEqual([])
  expect(await by({})).toEqual([])
})

test('forty results and the word that there are more', async () => {
  const anna = await place.signedOn()
  const { found, more } = await search(anna, code.searchUser, namesBody({ nick: 'user' }))
  expect(found).toHaveLength(40)
  expect(more).toBe(1)
})

test('who hides is not found by name, only by number; who publishes an address shows it', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await setNames(boris, { nick: 'Quagga', email: 'q@example.org' })
  const set = (...flags: string[]) =>
    runSeekyou(['user', 'set', String(boris.uin), '--data', place.server.data, ...flags])
  expect(await set('--searchable', 'off')).toMatchObject({ exitCode: 0 })
  expect((await search(anna, code.searchUser, namesBody({ nick: 'quagga' }))).found).toEqual([])
  expect((await search(anna, code.searchUin, u32(boris.uin))).found).toHaveLength(1)
  expect(await set('--searchable', 'on', '--publish-email', 'on')).toMatchObject({ exitCode: 0 })
  expect((await search(anna, code.searchUser, namesBody({ nick: 'quagga' }))).found).toMatchObject([
    { uin: boris.uin, email: 'q@example.org' },
  ])
})

test('the short profile of somebody, and 012C for a number that nobody has', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await anna.command(code.infoRequest, join(u16(7), u32(boris.uin)))
  expect(readFound((await anna.expect(code.infoReply)).body)).toEqual({
    subSeq: 7,
    uin: boris.uin,
    nick: nickOf(boris),
    first: '',
    last: '',
    email: '',
    auth: 1,
    rest: 2,
  })
  for (const command of [code.infoRequest, code.extInfoRequest]) {
    await anna.command(command, join(u16(8), u32(nobody)))
    expect((await anna.expect(code.invalidUin)).body).toEqual(u32(nobody))
  }
})

test('the long profile tells what was given, and that the rest was not', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const nothingTold = join(
    ...[str(''), u16(0xffff), u8(0x9c), str(''), u16(0xffff), u8(0)],
    ...[str(''), str(''), str(''), u32(0xffff_ffff)],
  )
  const ask = async () => {
    await anna.command(code.extInfoRequest, join(u16(3), u32(boris.uin)))
    return (await anna.expect(code.extInfoReply)).body
  }
  expect(await ask()).toEqual(join(u16(3), u32(boris.uin), nothingTold))
  const told = join(
    ...[str('Malm\u00f6'), u16(46), u8(0xfe), str('M'), u16(30), u8(2)],
    ...[str('555-0100'), str('http://example.org/'), str('Hello\r\nthere')],
  )
  await boris.command(code.updateExtInfo, join(u16(4), told))
  expect((await boris.expect(code.updateExtReply)).body).toEqual(u16(4))
  expect(await ask()).toEqual(join(u16(3), u32(boris.uin), told, u32(0xffff_ffff)))
  await boris.command(code.updateExtInfo, join(u16(5), told, u32(20_100)))
  await boris.expect(code.updateExtReply)
  expect(await ask()).toEqual(join(u16(3), u32(boris.uin), told, u32(20_100)))
})

test('no answer is longer than a datagram of the time may be', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const long = 'x'.repeat(300)
  await boris.command(
    code.updateExtInfo,
    join(u16(1), str(long), u16(1), u8(0), str(long), u16(1), u8(1), str(long), str(long), str(long)),
  )
  await boris.expect(code.updateExtReply)
  await anna.command(code.extInfoRequest, join(u16(3), u32(boris.uin)))
  expect((await anna.expect(code.extInfoReply)).bytes.length).toBeLessThanOrEqual(512)
  await setNames(boris, { nick: long, first: long, last: long, email: long })
  await anna.command(code.infoRequest, join(u16(3), u32(boris.uin)))
  const { nick, first, last, email } = readFound((await anna.expect(code.infoReply)).body)
  expect([nick, first, last, email].map(({ length }) => length)).toEqual([20, 20, 20, 0])
})
