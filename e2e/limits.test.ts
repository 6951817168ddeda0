// Limits of the started program: what waits, what is dropped, what people are told.
import { expect, test } from 'vitest'
import { code, join, messageBody, readMessage, str, u16, u32 } from './bytes.ts'
import { textsShownTo, useServer } from './use-server.ts'

const limits = {
  messagesBurst: 5,
  messagesPerSecond: 2,
  messagesQueue: 4,
  storedFromOneMax: 2,
  searchesPerMinute: 1,
  requestsQueue: 1,
  packetsPerSecond: 40,
}
const flags = Object.entries(limits).flatMap(([name, value]) => ['--limit', `${name}=${value}`])
const place = useServer({ flags })

const [searchUser, endOfSearch] = [0x0424, 0x00a0]
const texts = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

test('messages beyond the burst wait and arrive in order, each acknowledged; beyond the queue the sender is told once', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const sent = texts(20).map((text) => anna.send(code.sendMessage, messageBody(boris.uin, text)))
  for (const sequence of sent) await anna.expectAck(sequence)
  await boris.expectMany(code.message, 9)
  expect(textsShownTo(boris).slice(0, 9)).toEqual(texts(9))
  const { from, text } = readMessage((await anna.expect(code.message)).body)
  expect([from, text]).toEqual([1, expect.stringContaining('you send more than the server allows')])
  await anna.command(code.keepAlive)
  expect(anna.received(code.message)).toHaveLength(1)
})

test('of one sender only so many messages are kept, and the sender is told', async () => {
  const [anna, uin] = [await place.signedOn(), place.newUin()]
  for (const text of texts(3)) await anna.command(code.sendMessage, messageBody(uin, text))
  expect(readMessage((await anna.expect(code.message)).body).text).toContain('too many of your messages')
  const boris = await place.signedOn({ uin })
  await boris.command(code.fetchStored)
  await boris.expect(code.storedEnd)
  expect(boris.received(code.stored)).toHaveLength(2)
})

test('a search for which there is no place to wait ends at once, and says that there is more', async () => {
  const anna = await place.signedOn()
  const search = (subSeq: number) =>
    anna.command(searchUser, join(u16(subSeq), str('nobody has this'), str(''), str(''), str('')))
  for (const subSeq of [1, 2, 3]) await search(subSeq)
  const ends = await anna.expectMany(endOfSearch, 2)
  expect(new Map(ends.map(({ body }) => [body.readUInt16LE(0), body[2]]))).toEqual(
    new Map([
      [1, 0],
      [3, 1],
    ]),
  )
})

test('commands beyond so many in a second are lost, keep-alives and repetitions are not', async () => {
  const anna = await place.signedOn()
  const sequence = await anna.command(code.contacts, u32(0).subarray(0, 1))
  for (let count = 0; count < 200; count++) anna.send(code.contacts, u32(0).subarray(0, 1))
  const alive = anna.send(code.keepAlive)
  anna.send(code.contacts, u32(0).subarray(0, 1), { sequence })
  await anna.expectAck(alive)
  await anna.expectAck(sequence)
  expect(anna.received(code.ack).length).toBeLessThan(200)
})
