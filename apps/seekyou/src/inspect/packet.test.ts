import { type Dissection, dissect, masked } from '@seekyou/wire'
import { expect, test, vi } from 'vitest'
import { parseHex } from './hex.ts'
import { asJson } from './packet-json.ts'
import { asTable } from './packet-table.ts'

const login = parseHex(
  '02 00 E8 03 01 00 B1 CB 74 00 0F 27 00 00 05 00 70 61 73 73 00 04 00 00 00 C0 A8 01 02 04 00 00 00 00 03 00 00 00 02 00 00 00 00 00 04 00 72 00',
)
const arrived = (text: string) => parseHex(`02 00 04 01 05 00 47 F4 10 00 01 00 ${text}`)

const table = (packet: Dissection, size: number, width?: number) => {
  vi.stubEnv('NO_COLOR', '1')
  vi.stubEnv('FORCE_COLOR', undefined)
  try {
    return asTable(packet, size, width)
  } finally {
    vi.unstubAllEnvs()
  }
}

test('a table shows every byte with its place and its meaning', () => {
  const bytes = arrived('03 00 68 69 00')
  expect(table(dissect(bytes, { from: 'server' }), bytes.length).split('\n')).toEqual([
    'deliveredMessage  0104 · server → client · version 2 · 17 bytes',
    expect.stringMatching(/^[A-Z].*\.$/),
    '',
    'field     offset  hex             value',
    'version        0  02 00           2',
    'command        2  04 01           0104',
    'sequence       4  05 00           5',
    'from           6  47 F4 10 00     1111111',
    'kind          10  01 00           1 (text)',
    'text          12  03 00 68 69 00  "hi"',
  ])
})

test('long bytes and long values go on in the next line', () => {
  const text = '41 42 43 20 '.repeat(10)
  const bytes = arrived(`29 00 ${text} 00`)
  const lines = table(dissect(bytes, { from: 'server' }), bytes.length, 80).split('\n')
  expect(lines.every((line) => line.length <= 80)).toBe(true)
  expect(lines.slice(-6)).toEqual([
    'text          12  29 00 41 42 43 20 41 42  "ABC ABC ABC ABC ABC ABC ABC ABC ABC',
    '                  43 20 41 42 43 20 41 42  ABC "',
    '                  43 20 41 42 43 20 41 42',
    '                  43 20 41 42 43 20 41 42',
    '                  43 20 41 42 43 20 41 42',
    '                  43 20 00',
  ])
})

test('what a terminal would obey is spelled out', () => {
  const bytes = arrived('05 00 1B 5B 9B 0A 00')
  const shown = table(dissect(bytes, { from: 'server' }), bytes.length)
  expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  expect(table(dissect(bytes, { from: 'server', codePage: 'koi8-r' }), bytes.length)).toContain('⌡')
})

test('a password is masked wherever it would show', () => {
  const packet = masked(dissect(login, { from: 'client' }), 'passwords', 'masked; --show-passwords shows it')
  const shown = table(packet, login.length)
  const json = asJson(packet)
  for (const text of [shown, json]) {
    expect(text).not.toContain('pass"')
    expect(text).not.toContain('70 61 73 73')
  }
  expect(shown).toMatch(/^password +14 {2}•• •• •• +•••••••• +masked; --show-passwords$/m)
  expect(JSON.parse(json).fields.password).toEqual({ text: '••••••••', hex: '••••••••' })
})

test('JSON names the header in the order of the documentation and the fields by name', () => {
  expect(asJson(dissect(login, { from: 'client' }))).toBe(
    '{"version":2,"from":"client","code":"03e8","name":"login","sequence":1,"uin":7654321,"fields":' +
      '{"tcpPort":9999,"password":{"text":"pass","hex":"70617373"},"clientBuild":4,"clientBuildHigh":0,"localIp":"192.168.1.2",' +
      '"tcpFlag":4,"status":0,"tcpVersion":3,"loginSeq":2,"x4":0,"x5Low":4,"x5Build":114}}',
  )
  expect(Object.keys(JSON.parse(asJson(dissect(arrived('01 00 00'), { from: 'server' }))))).toEqual([
    'version',
    'from',
    'code',
    'name',
    'sequence',
    'fields',
  ])
  const init = parseHex('FF 03 00 00 00 14 05 00 00 B1 CB 74 00 0A 00 00 03 0A 00 00 03 04 14 05 00 00')
  const peer = JSON.parse(asJson(dissect(init, { from: 'peer' })))
  expect(peer).toMatchObject({ version: 3, from: 'peer', name: 'channelInit' })
  expect(peer).not.toHaveProperty('uin')
  expect(peer).not.toHaveProperty('sequence')
})

test('a fault is shown after what could be read', () => {
  const cut = login.subarray(0, 12)
  const packet = dissect(cut, { from: 'client' })
  expect(JSON.parse(asJson(packet))).toMatchObject({
    code: '03e8',
    fault: { fault: 'truncated', field: 'tcpPort', offset: 10, wanted: 4 },
  })
  expect(table(packet, cut.length)).toMatch(
    /\n\n✗ The packet ends too early: tcpPort wants 4 bytes at offset 10, and 2 bytes are left\.$/,
  )
  const five = parseHex('05 00 00 00 00 00 01 02 03 04')
  expect(table(dissect(five, { from: 'client' }), 10)).toContain('✗ This is version 5 of the protocol;')
  const strange = parseHex('77 77 77 77 77 77 77 77')
  expect(table(dissect(strange, { from: 'peer' }), 8)).toContain('✗ No packet has this command (offset 6)')
})
