import { hostname } from 'node:os'
import { formatIp4 } from '@seekyou/language'
import { expect, test } from 'vitest'
import { askerOf, type Way } from './forwarded.ts'

const proxies = new Set(['127.0.0.1', '10.0.0.2', '2001:db8:0:0:0:0:0:2'])
const ipOf = (remote: string, forwardedFor?: string, headers: Way['headers'] = {}) => {
  const way = {
    remote,
    headers: { ...headers, ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }) },
  }
  const { ip, untrusted } = askerOf(way, (ip) => proxies.has(ip))
  return untrusted === undefined ? formatIp4(ip) : `${formatIp4(ip)} behind ${untrusted}`
}
const unknown = /^2[45]\d\.\d+\.\d+\.\d+$/

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['198.51.100.7, 10.0.0.2', '198.51.100.7'],
  ['203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['203.0.113.9,198.51.100.7 ,10.0.0.2', '198.51.100.7'],
  ['198.51.100.7:4711', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['::1', '127.0.0.1'],
])('a trusted proxy says "%s": it is %s, whatever stands left of that', (forwardedFor, ip) => {
  expect(ipOf('127.0.0.1', forwardedFor)).toBe(ip)
})

test.each([undefined, '', 'nonsense', '198.51.100.7, nonsense', '127.0.0.1', '10.0.0.2, 127.0.0.1'])(
  'a trusted proxy says %o: nobody knows who it is, and it is not the proxy',
  (forwardedFor) => {
    expect(ipOf('127.0.0.1', forwardedFor)).toMatch(unknown)
  },
)

test('of IPv6, everybody in one network is the same stranger', () => {
  const [one, same, other] = ['2001:db8:1:2::1', '[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:3::1'].map((ip) =>
    ipOf('10.0.0.2', ip),
  )
  expect(one).toMatch(unknown)
  expect(same).toBe(one)
  expect(other).not.toBe(one)
  expect(ipOf('::ffff:10.0.0.2', '2001:db8:1:2::1, 2001:db8::2')).toBe(one)
})

test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'cf-connecting-ip', 'x-forwarded-host'])(
  'who is not trusted and says %s is a proxy, and is not taken for its guests',
  (name) => {
    expect(ipOf('192.168.1.2', undefined, { [name]: '198.51.100.7' })).toMatch(/^2[45]\S+ behind 192\.168\.1\.2$/)
  },
)

test.each(['127.0.0.2:8080', 'localhost', 'LOCALHOST:8080', '[::1]:8080', hostname(), `${hostname()}:80`, undefined])(
  'somebody on this machine asks for %s and is here',
  (host) => {
    expect(ipOf('127.0.0.2', undefined, { host })).toBe('127.0.0.2')
  },
)

test.each(['chat.example.org', 'chat.example.org:443', '192.0.2.1', '[2001:db8::1]'])(
  'somebody on this machine asks for %s and stands for somebody else',
  (host) => {
    expect(ipOf('127.0.0.2', undefined, { host })).toMatch(/^2[45]\S+ behind 127\.0\.0\.2$/)
  },
)

test('from elsewhere any name may be asked for', () => {
  expect(ipOf('198.51.100.7', undefined, { host: 'chat.example.org' })).toBe('198.51.100.7')
})
