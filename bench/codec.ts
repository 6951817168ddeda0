// How fast packets become values and values packets: the three that a busy server sees most, in equal parts.
import {
  clientByCode,
  clientFraming,
  clientPackets,
  isFault,
  serverByCode,
  serverFraming,
  serverPackets,
} from '@seekyou/wire'
import { Bench } from 'tinybench'

/** Packets a second on one core. */
export interface CodecFigures {
  readonly decodedPerSecond: number
  readonly encodedPerSecond: number
}

/** How many packets one measured call handles, so that the clock itself costs nothing to speak of. */
const packetsPerCall = 300

const message = { to: 1_234_567, kind: 1, text: new Uint8Array(64).fill(0x61) }
const online = {
  uin: 7_654_321,
  ip: 0x7f00_0001,
  port: 1234,
  realIp: 0x0a00_0002,
  tcpFlag: 4,
  status: 1,
  tcpVersion: 3,
}

/** Measures for so many seconds, decoding and encoding each. */
export async function measureCodec(seconds: number): Promise<CodecFigures> {
  const bench = new Bench({ time: seconds * 1000, warmupTime: 500 })
  bench.add('decode', decodeAll).add('encode', encodeAll)
  await bench.run()
  const perSecond = (name: string): number => {
    const result = bench.getTask(name)?.result
    if (result?.state !== 'completed') throw new Error(`${name} was not measured`)
    return (packetsPerCall * 1000) / result.period
  }
  return { decodedPerSecond: perSecond('decode'), encodedPerSecond: perSecond('encode') }
}

const datagrams = [
  clientFraming.seal(clientPackets.sendMessage, message, 7, 1_000_001),
  clientFraming.seal(clientPackets.keepAlive, {}, 8, 1_000_001),
]
const onlineDatagram = serverFraming.seal(serverPackets.userOnline, online, 9)
/** What was decoded and encoded, so that no compiler finds the work superfluous. */
let sink = 0

function decodeAll(): void {
  for (let index = 0; index < packetsPerCall; index += 3) {
    for (const datagram of datagrams) {
      const frame = clientFraming.open(datagram)
      if ('fault' in frame || isFault(clientByCode(frame.code)?.decode(frame.bytes, frame.start) ?? {})) sink += 1
    }
    const frame = serverFraming.open(onlineDatagram)
    if ('fault' in frame || isFault(serverByCode(frame.code)?.decode(frame.bytes, frame.start) ?? {})) sink += 1
  }
  if (sink > 0) throw new Error('a packet that was just written cannot be read')
}

function encodeAll(): void {
  let bytes = 0
  for (let index = 0; index < packetsPerCall; index += 3) {
    bytes += clientFraming.seal(clientPackets.sendMessage, message, index, 1_000_001).length
    bytes += clientFraming.seal(clientPackets.keepAlive, {}, index, 1_000_001).length
    bytes += serverFraming.seal(serverPackets.userOnline, online, index).length
  }
  if (bytes === 0) throw new Error('nothing was written')
}
