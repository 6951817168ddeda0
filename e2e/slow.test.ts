// What takes the ten seconds that every client of the time waited. Side by side, so that the whole file takes no longer.
import { expect, test } from 'vitest'
import { code, messageBody, readStored, uins } from './bytes.ts'
import type { Received } from './raw-client.ts'
import { textsShownTo, useServer } from './use-server.ts'

const place = useServer()

test.concurrent('a message that is not acknowledged comes again under the same number, and later than presence does', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  boris.acknowledges = ({ code: command }) => command !== code.message && command !== code.online
  await anna.command(code.sendMessage, messageBody(boris.uin, 'again'))
  await boris.command(code.contacts, uins(anna.uin))
  const first = await boris.expect(code.message)
  const second = await boris.expect(code.message)
  expect(second.bytes).toEqual(first.bytes)
  // A message that came again too soon would be taken for another one by a client that thinks before it acknowledges.
  const came = boris.log.filter((packet) => packet.code === code.message || packet.code === code.online)
  expect(came.slice(0, 4).map((packet) => packet.code)).toEqual([code.message, code.online, code.online, code.online])
  expect(allTheSame(boris.received(code.online))).toBe(true)
  boris.ack(second)
  await anna.command(code.sendMessage, messageBody(boris.uin, 'next'))
  await boris.expect(code.message)
  expect(textsShownTo(boris)).toEqual(['again', 'next'])
})

test.concurrent('a stored message that is not acknowledged comes again under the same number', async () => {
  const uin = place.newUin()
  const anna = await place.signedOn()
  await anna.command(code.sendMessage, messageBody(uin, 'kept'))
  const boris = await place.signedOn({ uin })
  boris.acknowledges = ({ code: command }) => command !== code.stored
  await boris.command(code.fetchStored)
  const first = await boris.expect(code.stored)
  const second = await boris.expect(code.stored)
  expect(second.bytes).toEqual(first.bytes)
  boris.ack(second)
  await boris.expect(code.storedEnd)
  expect(readStored(second.body).text).toBe('kept')
})

test.concurrent('the end of the stored messages comes after twenty seconds even if some are not acknowledged', async () => {
  const uin = place.newUin()
  const anna = await place.signedOn()
  await anna.command(code.sendMessage, messageBody(uin, 'kept'))
  const boris = await place.signedOn({ uin })
  boris.acknowledges = ({ code: command }) => command !== code.stored
  await boris.command(code.fetchStored)
  await boris.expectMany(code.stored, 2)
  expect(boris.received(code.storedEnd)).toEqual([])
  await boris.expect(code.storedEnd)
})

const allTheSame = (packets: readonly Received[]): boolean =>
  packets.every(({ bytes }) => bytes.equals(packets[0]!.bytes))
