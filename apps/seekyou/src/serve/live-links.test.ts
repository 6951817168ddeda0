import { emptyInfo, packAddress, parseIp4, status, uin, webAddress } from '@seekyou/language'
import type { LiveLink } from '@seekyou/server'
import { codePage } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { linkRows } from './live-links.ts'

const ip = parseIp4('198.51.100.7')!

test('everybody is shown by number, with what they run on and when they were heard', () => {
  const links: LiveLink[] = [
    {
      uin: uin(1_002),
      info: { ...emptyInfo, nick: codePage('windows-1251').encode('Надежда') },
      address: webAddress(ip, 5),
      status: status(0x100),
      since: 7,
      heardAt: 30,
    },
    {
      uin: uin(1_001),
      info: { ...emptyInfo, nick: codePage('windows-1252').encode('Ann') },
      address: packAddress(ip, 4_711),
      status: status(0x13),
      since: 8,
      heardAt: 20,
    },
  ]
  const rows = linkRows(links, (at) => at + 1_000, 'windows-1252')
  expect(rows).toEqual([
    {
      uin: 1_001,
      nick: 'Ann',
      address: '198.51.100.7:4711',
      over: 'udp',
      since: 8,
      status: 'doNotDisturb',
      lastHeardAt: 1_020,
    },
    {
      uin: 1_002,
      nick: 'Надежда',
      address: '198.51.100.7:5',
      over: 'web',
      since: 7,
      status: 'invisible',
      lastHeardAt: 1_030,
    },
  ])
})
