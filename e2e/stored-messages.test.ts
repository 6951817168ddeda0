import { expect, test } from 'vitest'
import { code, messageBody, readStored, textCodeBody, u32 } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { textsShownTo, useServer } from './use-server.ts'

const place = useServer()
const minute = 60_000

/** The texts of the stored messages that this client was shown, in order, repetitions included. */
const storedTexts = (client: RawClient): string[] =>
  client.received(code.stored).map(({ body }) => readStored(body).text)

async function leaveTexts(to: number, ...texts: readonly string[]): Promise<RawClient> {
  const sender = await place.signedOn()
  for (const text of texts) await sender.command(code.sendMessage, messageBody(to, text))
  return sender
}

test('a message to somebody who is away waits until they ask for it: from whom, of which kind, when in UTC', async () => {
  const uin = place.newUin()
  const sender = await place.signedOn()
  const before = Date.now()
  await sender.command(code.sendMessage, messageBody(uin, 'text'))
  await sender.command(code.sendMessage, messageBody(uin, 'a page\u00fehttp://example.org/', 4))
  const after = Date.now()
  const client = await place.signedOn({ uin })
  await client.caughtUp()
  expect(client.received(code.stored)).toEqual([])
  await client.command(code.fetchStored)
  const end = await client.expect(code.storedEnd)
  expect(end.body).toEqual(u32(uin))
  const shown = client.received(code.stored).map(({ body }) => readStored(body))
  expect(shown).toMatchObject([
    { from: sender.uin, type: 1, text: 'text' },
    { from: sender.uin, type: 4, text: 'a page\u00fehttp://example.org/' },
  ])
  for (const { at } of shown) {
    expect(at).toBeGreaterThan(before - minute)
    expect(at).toBeLessThanOrEqual(after)
  }
})

test('the end comes when all are acknowledged, and not before', async () => {
  const uin = place.newUin()
  await leaveTexts(uin, 'one', 'two', 'three')
  const client = await place.signedOn({ uin })
  client.acknowledges = ({ code: command }) => command !== code.stored
  await client.command(code.fetchStored)
  const shown = await client.expectMany(code.stored, 3)
  expect(storedTexts(client)).toEqual(['one', 'two', 'three'])
  client.ack(shown[2]!)
  client.ack(shown[0]!)
  await client.caughtUp()
  expect(client.received(code.storedEnd)).toEqual([])
  client.ack(shown[1]!)
  await client.expect(code.storedEnd)
})

test('more than fit on the way at once come oldest first', async () => {
  const uin = place.newUin()
  const texts = Array.from({ length: 20 }, (_, index) => `number ${index}`)
  await leaveTexts(uin, ...texts)
  const client = await place.signedOn({ uin })
  client.acknowledges = ({ code: command }) => command !== code.stored
  await client.command(code.fetchStored)
  const window = await client.expectMany(code.stored, 8)
  await client.caughtUp()
  expect(client.received(code.stored)).toHaveLength(8)
  client.acknowledges = () => true
  for (const packet of window) client.ack(packet)
  await client.expect(code.storedEnd)
  expect(storedTexts(client)).toEqual(texts)
})

test('what was acknowledged is forgotten: asked again, the server has only the end to tell', async () => {
  const uin = place.newUin()
  await leaveTexts(uin, 'once')
  const client = await place.signedOn({ uin })
  await client.command(code.fetchStored)
  await client.expect(code.storedEnd)
  await client.command(code.fetchStored)
  await client.expect(code.storedEnd)
  const again = await place.signedOn({ uin })
  await again.command(code.fetchStored)
  await again.expect(code.storedEnd)
  expect([storedTexts(client), storedTexts(again)]).toEqual([['once'], []])
})

test('what was not acknowledged comes again after the next login, even if 0442 said that all had come', async () => {
  const uin = place.newUin()
  await leaveTexts(uin, 'one', 'two')
  const client = await place.signedOn({ uin })
  client.acknowledges = ({ code: command }) => command !== code.stored
  await client.command(code.fetchStored)
  const [one] = await client.expectMany(code.stored, 2)
  client.ack(one!)
  await client.command(code.confirmStored)
  await client.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  const again = await place.signedOn({ uin })
  await again.command(code.fetchStored)
  await again.expect(code.storedEnd)
  expect(storedTexts(again)).toEqual(['two'])
})

test('a message whose recipient left without acknowledging it waits for them', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  boris.acknowledges = () => false
  await anna.command(code.sendMessage, messageBody(boris.uin, 'did you read it?'))
  await boris.expect(code.message)
  boris.send(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  const again = await place.signedOn({ uin: boris.uin })
  await again.command(code.fetchStored)
  await again.expect(code.storedEnd)
  expect(storedTexts(again)).toEqual(['did you read it?'])
})

test('newer messages of a sender wait until the older ones have been fetched; those of others do not', async () => {
  const uin = place.newUin()
  const sender = await leaveTexts(uin, 'first')
  const other = await place.signedOn()
  const client = await place.signedOn({ uin })
  await sender.command(code.sendMessage, messageBody(uin, 'second'))
  await other.command(code.sendMessage, messageBody(uin, 'at once'))
  await client.expect(code.message)
  await client.caughtUp()
  expect([storedTexts(client), textsShownTo(client)]).toEqual([[], ['at once']])
  await client.command(code.fetchStored)
  await client.expect(code.storedEnd)
  await sender.command(code.sendMessage, messageBody(uin, 'third'))
  await client.caughtUp()
  expect([...storedTexts(client), ...textsShownTo(client)]).toEqual(['first', 'second', 'at once', 'third'])
})

test('0442 may carry a number of the server that the client has used or will use itself', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  await anna.command(code.fetchStored)
  await anna.expect(code.storedEnd)
  const used = await anna.command(code.keepAlive)
  anna.forget()
  await anna.expectAck(anna.send(code.confirmStored, undefined, { sequence: used }))
  const coming = anna.takeSequence()
  await anna.expectAck(anna.send(code.confirmStored, undefined, { sequence: coming }))
  await anna.expectAck(anna.send(code.sendMessage, messageBody(boris.uin, 'still heard'), { sequence: coming }))
  await boris.expect(code.message)
  expect(textsShownTo(boris)).toEqual(['still heard'])
})
