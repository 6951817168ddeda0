import { describe, expect, test } from 'vitest'
import { code, join, registerBody, str, u16, u32 } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { useServer } from './use-server.ts'

const hasNumber = (client: RawClient): Promise<number> =>
  client.expect(code.newUin).then(({ body }) => body.readUInt32LE(2))

describe('where everybody may register', () => {
  const place = useServer({ users: 0, flags: ['--registration', 'open'] })

  test('a registration is acknowledged, then answered with its own mark and a number, which works', async () => {
    const client = await place.client()
    await client.command(code.openRegistration)
    const sequence = client.send(code.register, registerBody('tulip', 7))
    await client.expectAck(sequence)
    const { body } = await client.expect(code.newUin)
    expect(body.readUInt16LE(0)).toBe(7)
    expect(client.log.map((packet) => packet.code)).toEqual([code.ack, code.ack, code.newUin])
    const { body: reply } = await client.login(body.readUInt32LE(2), 'tulip')
    expect(reply.readUInt32LE(0)).toBe(body.readUInt32LE(2))
  })

  test('a repeated registration gets the same number, however often it comes', async () => {
    const client = await place.client()
    const sequence = client.send(code.register, registerBody('crocus'))
    const uin = await hasNumber(client)
    for (let repetition = 0; repetition < 5; repetition++) {
      client.send(code.register, registerBody('crocus'), { sequence })
      expect(await hasNumber(client)).toBe(uin)
    }
  })

  test('repetitions that come before the first answer make no second account', async () => {
    const client = await place.client()
    const sequence = client.takeSequence()
    for (let time = 0; time < 6; time++) client.send(code.register, registerBody('daisy'), { sequence })
    const uin = await hasNumber(client)
    await client.caughtUp()
    const others = client.received(code.newUin).map(({ body }) => body.readUInt32LE(2))
    expect(new Set(others)).toEqual(new Set([uin]))
  })

  test('two people get two numbers', async () => {
    const [one, other] = await Promise.all([place.client(), place.client()])
    one.send(code.register, registerBody('rose'))
    other.send(code.register, registerBody('rose'))
    expect(await hasNumber(one)).not.toBe(await hasNumber(other))
  })

  test('a password without its NUL is understood, as mICQ sends it', async () => {
    const client = await place.client()
    client.send(code.register, join(u16(2), u16(5), Buffer.from('lilac'), u32(0x72), u32(0)))
    const uin = await hasNumber(client)
    await client.login(uin, 'lilac')
  })

  test('an empty password gets no number', async () => {
    const client = await place.client()
    await client.expectAck(client.send(code.register, join(u16(2), str(''), u32(0x72), u32(0))))
    await client.expect(code.tryAgain)
    expect(client.received(code.newUin)).toEqual([])
  })
})

describe('where nobody may register', () => {
  const place = useServer({ users: 0, flags: ['--registration', 'closed'] })

  test('a registration is acknowledged and refused', async () => {
    const client = await place.client()
    await client.expectAck(client.send(code.register, registerBody('tulip')))
    await client.expect(code.tryAgain)
    expect(client.log.map((packet) => packet.code)).toEqual([code.ack, code.tryAgain])
  })

  test('a repeated one is acknowledged again, and refused at most once a second', async () => {
    const client = await place.client()
    const sequence = client.send(code.register, registerBody('tulip'))
    await client.expect(code.tryAgain)
    client.send(code.register, registerBody('tulip'), { sequence })
    await client.caughtUp()
    expect(
      client
        .received(code.ack)
        .map((ack) => ack.sequence)
        .slice(0, 2),
    ).toEqual([sequence, sequence])
    expect(client.received(code.newUin)).toEqual([])
  })
})
