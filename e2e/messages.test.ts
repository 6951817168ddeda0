import { expect, test } from 'vitest'
import { code, join, messageBody, readMessage, textCodeBody, u8, u16, u32 } from './bytes.ts'
import { nickOf, textsShownTo, useServer } from './use-server.ts'

const place = useServer()
const nobody = 77_777_777
const system = 1

test('a message to somebody who is here comes as 0104, whichever of the two commands carried it', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await anna.command(code.sendMessage, messageBody(boris.uin, 'plain'))
  expect(readMessage((await boris.expect(code.message)).body)).toEqual({ from: anna.uin, type: 1, text: 'plain' })
  await anna.command(code.messageToNewUser, messageBody(boris.uin, 'please', 6))
  expect(readMessage((await boris.expect(code.message)).body)).toEqual({
    from: anna.uin,
    type: 6,
    text: `${nickOf(anna)}\u00fe\u00fe\u00fe\u00fe1\u00feplease`,
  })
})

test('URLs, kinds that nobody knows and bytes of any alphabet pass unchanged', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const everyByte = Buffer.from(Array.from({ length: 255 }, (_, index) => index + 1)).toString('latin1')
  for (const [type, text] of [
    [4, 'a page\u00fehttp://example.org/'],
    [0x8001, 'to many'],
    [0x1234, 'whatever'],
    [8, ''],
    [1, everyByte],
  ] as const) {
    await anna.command(code.sendMessage, messageBody(boris.uin, text, type))
    expect(readMessage((await boris.expect(code.message)).body)).toEqual({ from: anna.uin, type, text })
  }
})

test('a length that leaves out the NUL is understood, whether there is one or not', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  for (const text of ['without', 'with one\0']) {
    const length = text.replace('\0', '').length
    await anna.command(code.sendMessage, join(u32(boris.uin), u16(1), u16(length), Buffer.from(text)))
    expect(readMessage((await boris.expect(code.message)).body).text).toBe(text.slice(0, length))
  }
})

test('one may write to oneself, and whatever is said to the server itself is acknowledged and dropped', async () => {
  const anna = await place.signedOn()
  await anna.command(code.sendMessage, messageBody(anna.uin, 'a note'))
  await anna.expect(code.message)
  await anna.command(code.sendMessage, messageBody(system, 'are you a robot?'))
  await anna.caughtUp()
  expect(textsShownTo(anna)).toEqual(['a note'])
})

test('of one sender one message at a time is on its way; another sender need not wait', async () => {
  const [anna, clara, boris] = await Promise.all([place.signedOn(), place.signedOn(), place.signedOn()])
  boris.acknowledges = ({ code: command }) => command !== code.message
  const numbers = ['one', 'two', 'three'].map((text) => anna.send(code.sendMessage, messageBody(boris.uin, text)))
  for (const number of numbers) await anna.expectAck(number)
  await clara.command(code.sendMessage, messageBody(boris.uin, 'meanwhile'))
  await boris.caughtUp()
  expect(textsShownTo(boris)).toEqual(['one', 'meanwhile'])
  for (const text of ['one', 'two', 'three']) {
    const arrived = await boris.expect(code.message, ({ body }) => readMessage(body).from === anna.uin)
    expect(readMessage(arrived.body).text).toBe(text)
    boris.ack(arrived)
  }
})

test('a message that its recipient does not acknowledge is acknowledged once, when it is stored', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  boris.acknowledges = () => false
  const number = await anna.command(code.sendMessage, messageBody(boris.uin, 'safe?'))
  const arrived = await boris.expect(code.message)
  boris.ack(arrived)
  await boris.caughtUp()
  await anna.caughtUp()
  expect(anna.received(code.ack).filter(({ sequence }) => sequence === number)).toHaveLength(1)
})

test('B_MESSAGE_ACK has everything outstanding sent again at once, under the same numbers', async () => {
  const [anna, clara, boris] = await Promise.all([place.signedOn(), place.signedOn(), place.signedOn()])
  boris.acknowledges = ({ code: command }) => command !== code.message
  await anna.command(code.sendMessage, messageBody(boris.uin, 'from anna'))
  await clara.command(code.sendMessage, messageBody(boris.uin, 'from clara'))
  const first = await boris.expectMany(code.message, 2)
  await boris.command(code.textCode, textCodeBody('B_MESSAGE_ACK'))
  const again = await boris.expectMany(code.message, 2)
  expect(again.map(({ bytes }) => bytes)).toEqual(first.map(({ bytes }) => bytes))
  for (const packet of again) boris.ack(packet)
  await boris.command(code.textCode, textCodeBody('B_MESSAGE_ACK'))
  await boris.caughtUp()
  expect(boris.received(code.message)).toHaveLength(4)
})

test('a text longer than clients can take arrives in pieces, in order, with nothing left out', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const text = Array.from({ length: 250 }, (_, index) => `word${index}`).join(' ')
  await anna.command(code.sendMessage, messageBody(boris.uin, text))
  await boris.expect(code.message, ({ body }) => text.endsWith(readMessage(body).text))
  const pieces = textsShownTo(boris)
  expect(pieces.join('')).toBe(text)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(450)
  expect(Math.max(...boris.log.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(512)
})

test('450 bytes are not split, and anything but text that is longer is refused with a word to the sender', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await anna.command(code.sendMessage, messageBody(boris.uin, 'x'.repeat(450)))
  await anna.command(code.sendMessage, messageBody(boris.uin, 'x'.repeat(451), 4))
  expect(readMessage((await anna.expect(code.message)).body)).toMatchObject({ from: system, type: 1 })
  await boris.caughtUp()
  expect(textsShownTo(boris)).toEqual(['x'.repeat(450)])
})

test('a message to nobody is acknowledged, and its sender hears one word from the system', async () => {
  const anna = await place.signedOn()
  await anna.command(code.sendMessage, messageBody(nobody, 'is there anybody?'))
  const word = readMessage((await anna.expect(code.message)).body)
  expect(word).toMatchObject({ from: system, type: 1 })
  expect(word.text).toContain(String(nobody))
  await anna.caughtUp()
  expect(anna.received(code.message)).toHaveLength(1)
})

test('a message sent six times at once arrives once, and each repetition is acknowledged once the first was', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const sequence = anna.takeSequence()
  for (let time = 0; time < 6; time++) anna.send(code.sendMessage, messageBody(boris.uin, 'six'), { sequence })
  await anna.expectAck(sequence)
  await anna.caughtUp()
  const before = anna.received(code.ack).filter((ack) => ack.sequence === sequence).length
  for (let time = 0; time < 6; time++) anna.send(code.sendMessage, messageBody(boris.uin, 'six'), { sequence })
  await anna.caughtUp()
  const after = anna.received(code.ack).filter((ack) => ack.sequence === sequence).length
  expect(after - before).toBe(6)
  await boris.caughtUp()
  expect(textsShownTo(boris)).toEqual(['six'])
  expect(boris.received(code.message)).toHaveLength(1)
})

test('ACKs sent six times, for numbers that never were, or with something behind them do no harm', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  boris.acknowledges = () => false
  await anna.command(code.sendMessage, messageBody(boris.uin, 'first'))
  const first = await boris.expect(code.message)
  for (let time = 0; time < 6; time++) boris.ack(first)
  boris.send(code.ack, u8(7), { sequence: 4711 })
  await anna.command(code.sendMessage, messageBody(boris.uin, 'second'))
  expect(readMessage((await boris.expect(code.message)).body).text).toBe('second')
})
