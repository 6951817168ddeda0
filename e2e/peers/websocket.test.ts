// The library over a WebSocket: the same user, who reaches the server as a browser does.
import { connect } from '@seekyou/sdk'
import { afterEach, expect, test, vi } from 'vitest'
import { openCut } from '../cut.ts'
import { password } from '../started-server.ts'
import { useServer } from '../use-server.ts'

const place = useServer({ flags: ['--http', '127.0.0.1:0'] })
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

test('somebody over a WebSocket and somebody over UDP talk, also after the WebSocket was cut', async () => {
  const { host, port, http } = place.server
  const line = await openCut(http!)
  cleanUp.push(() => line.close())
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const ann = await connect({
    server: `ws://${line.address}/datagrams`,
    uin: annUin,
    password,
    contacts: [bobUin],
  })
  cleanUp.push(() => ann.signOff())
  const bob = await connect({ server: `${host}:${port}`, uin: bobUin, password, contacts: [annUin] })
  cleanUp.push(() => bob.signOff())
  const texts: string[] = []
  for (const one of [ann, bob]) one.on('message', ({ text }) => texts.push(text))
  await ann.send(bobUin, 'from the web')
  await bob.send(annUin, 'to the web')
  await vi.waitUntil(() => texts.length === 2)
  const states: string[] = []
  ann.on('state', ({ state }) => states.push(state))
  line.cut()
  await vi.waitUntil(() => ann.state === 'reconnecting')
  const late = [bob.send(annUin, 'again to the web'), ann.send(bobUin, 'again from the web')]
  await Promise.all(late)
  await vi.waitUntil(() => texts.length >= 4, { timeout: 20_000 })
  expect(new Set(texts)).toEqual(new Set(['from the web', 'to the web', 'again to the web', 'again from the web']))
  expect(states).toEqual(['reconnecting', 'online'])
})
