import { expect, test } from 'vitest'
import { parsePlay } from './parse-play.ts'
import { perform, type Stage } from './perform.ts'
import { type Play, waitingTime } from './play.ts'
import { wordsOf, writeWords } from './words.ts'

const cast =
  '# A title\n# and prose\nann is 1001 at 127.0.0.11:4001\nbob is 1002 at 127.0.0.12:4002, without an account\n'
const play = (script: string): Play => parsePlay('a.play', cast + script)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const saidIn = (script: string) => play(script).steps.flatMap((step) => (step.kind === 'say' ? [hex(step.bytes)] : []))

/** A stage where the server says what it is told to, whoever speaks, and everybody hears it. */
function stageOf(...says: string[]): Stage & { readonly log: string[] } {
  const inbox = says.map((text) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex')))
  const log: string[] = []
  return {
    log,
    say: ({ name }, bytes) => log.push(`${name}: ${hex(bytes)}`),
    hear: async () => inbox.shift(),
    overhear: async () => inbox[0],
    wait: async (ms) => {
      log.push(`${ms}`)
    },
  }
}

test('a play has a title, a cast, and what it asks of the server', () => {
  const { title, cast, options } = play('server registration=closed direct=on\nann ← nothing')
  expect(title).toBe('A title')
  expect(options).toEqual({ registration: 'closed', direct: 'on' })
  expect(cast).toMatchObject([
    { name: 'ann', uin: 1001, ip: '127.0.0.11', port: 4001, hasAccount: true },
    { name: 'bob', uin: 1002, hasAccount: false },
  ])
})

test('bytes are said as they stand, over several lines and with remarks', () => {
  const script = 'ann → 02 00 2E 04  07 00 ; a keep-alive\n      e9 03 00 00 ; "of ann; really"\n      = keepAlive 7'
  expect(saidIn(script)).toEqual(['02002e040700e9030000'])
})

test('packets can be said in words', () => {
  expect(saidIn('bob → ack 3')).toEqual(['02000a000300ea030000'])
  expect(saidIn('bob → contactList 2 uins=1001,1002 by=1001')).toEqual(['020006040200e903000002e9030000ea030000'])
  expect(saidIn('ann → sendMessage 1 to=0x10 kind=1 text="a;þ\\x03"×2')).toEqual([
    '02000e010100e90300001000000001000900613bfe03613bfe0300',
  ])
})

test('numbers may stand for many lines, and so may times', () => {
  expect(saidIn('ann → keepAlive 1..3 ×2')).toHaveLength(6)
  const kinds = play('ann → keepAlive 1..2 and hears ack 1..2, loginReply 0 ✓').steps.map(({ kind }) => kind)
  expect(kinds).toEqual(['say', 'hear', 'hear', 'say', 'hear', 'hear'])
  expect(play('ann ← ack 1..3 in any order').steps).toHaveLength(1)
  expect(play('ann signs on').steps.map(({ kind }) => kind)).toEqual(['say', 'hear', 'hear'])
})

test('waiting is added up', () => {
  expect(waitingTime(play('wait 20 ms\nwait 3 s\nwait 2 min'))).toBe(123_020)
})

test.each([
  ['cid → ack 1', 'nobody of the cast is called cid'],
  ['ann shouts', 'no line of a play begins like this: write NAME → …, NAME ← … or wait 10 s'],
  ['ann ← logonReply 0', 'a server says no logonReply: it says ack'],
  ['ann ← loginReply 0 uim=7', 'loginReply has no uim: it has uin, yourIp'],
  ['ann → sendMessage 1 text=hello', 'hello is no text'],
  ['ann ← ack one', '"ack one" is no packet: write NAME NUMBER field=value …'],
  ['server colour=red', 'a server has no option colour'],
  ['dan is 7 at home', 'write NAME is NUMBER at 127.0.0.1:PORT, and perhaps ", without an account"'],
])('%s: %s', (line, trouble) => {
  expect(() => play(line)).toThrow(`a.play:5  ${line}\n${trouble}`)
})

test('a performance says, hears, acknowledges and waits', async () => {
  const stage = stageOf('02 00 0a 00 07 00', '02 00 78 00 01 00 ea 03 00 00')
  await perform(play('ann → keepAlive 7\nann ← 02 00 0a 00 07 00\nann ← userOffline 1 uin=1002 ✓\nwait 1 s'), stage)
  expect(stage.log).toEqual(['ann: 02002e040700e9030000', 'ann: 02000a000100e9030000', '1000'])
})

test('in any order means each of them once', async () => {
  const acks = ['02 00 0a 00 02 00', '02 00 0a 00 01 00']
  await perform(play('ann ← ack 1..2 in any order'), stageOf(...acks))
  await expect(perform(play('ann ← ack 1..2'), stageOf(...acks))).rejects.toThrow('came: ack 2')
  await expect(perform(play('ann ← ack 1..2 in any order'), stageOf(acks[0]!, acks[0]!))).rejects.toThrow('came: ack 2')
})

test('what does not come true is told with the line, what came, and what came before', async () => {
  const stage = stageOf('02 00 0a 00 07 00', '02 00 78 00 01 00 ea 03 00 00')
  await expect(perform(play('ann ← ack 7\nann ← userOffline 1 uin=1003'), stage)).rejects.toThrow(
    'a.play:6  ann ← userOffline 1 uin=1003\ncame: userOffline 1 uin=1002\n      02 00 78 00 01 00 ea 03 00 00\nann had heard last: ack 7',
  )
  await expect(perform(play('ann ← ack 7'), stageOf())).rejects.toThrow('nothing came. ann had heard last: nothing')
})

test('what nobody expects is wrong, also at the end', async () => {
  const surprise = '02 00 28 00 01 00'
  await expect(perform(play('ann ← nothing'), stageOf(surprise))).rejects.toThrow('came: forcedOffline 1')
  await expect(perform(play('wait 1 s'), stageOf(surprise))).rejects.toThrow('ann ← nothing (at the end)')
})

test('bytes that mean something else than they are said to mean are wrong', async () => {
  const script = 'ann → 02 00 2e 04 07 00 e9 03 00 00 = keepAlive 8'
  await expect(perform(play(script), stageOf())).rejects.toThrow('these bytes mean: keepAlive 7 by=1001')
})

test('words are written as they are read', () => {
  const script = 'ann → login 1 by=1001 tcpPort=7 password="a\\"þ" localIp=127.0.0.1 status=256'
  const [step] = play(script).steps
  const words = step?.kind === 'say' ? writeWords(wordsOf(step.bytes, 'client')!, 'client') : ''
  expect(words).toContain('login 1 by=1001 tcpPort=7 password="a\\"þ"')
  expect(saidIn(`bob → ${words}`)).toEqual(saidIn(script))
})
