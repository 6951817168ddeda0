import { expect, test } from 'vitest'
import { notesOf } from '../config.ts'
import { greeting, type Started } from './greeting.ts'

const { shown } = notesOf('data')
const usual: Started = {
  udp: { host: '0.0.0.0', port: 4000 },
  http: { host: '127.0.0.1', port: 8080 },
  adminHttp: { host: '127.0.0.1', port: 8081 },
  data: shown,
  registration: 'lan',
  isEncrypted: false,
}
const lines = (started: Partial<Started>, ...addresses: string[]) =>
  greeting({ ...usual, ...started }, addresses).split('\n')

test('with the defaults, the shortest commands do', () => {
  expect(lines({ setupPath: '/setup#abc' }, '192.0.2.7', '198.51.100.1')).toEqual([
    'Seekyou, a server for ICQ protocol version 2',
    '',
    'udp 0.0.0.0:4000',
    'http 127.0.0.1:8080',
    'admin 127.0.0.1:8081',
    `data ${shown}`,
    '',
    'In a browser         http://127.0.0.1:8080/',
    'Become administrator http://127.0.0.1:8081/setup#abc (once, within an hour)',
    'Make an account      npx seekyou user add --uin 100001 --nick alpha',
    "Or from a client     whoever is in this machine's own networks may register (--registration lan)",
    'Point a client here  server 192.0.2.7, port 4000',
    'No such setting?     a line in its hosts file: 192.0.2.7 icq.mirabilis.com icq1.mirabilis.com',
    '',
    'ready; Ctrl+C stops',
  ])
})

test('elsewhere, the folder is named and the port is told; what does not listen is not told', () => {
  const said = lines({
    udp: { host: '127.0.0.1', port: 4001 },
    http: undefined,
    adminHttp: undefined,
    data: "/srv/ada's icq",
  })
  expect(said).toContain(
    `Make an account      npx seekyou user add --data '/srv/ada'\\''s icq' --uin 100001 --nick alpha`,
  )
  expect(said).toContain('Point a client here  server 127.0.0.1, port 4001')
  expect(said).toContain('No such setting?     then it asks for port 4000: serve with --udp 0.0.0.0:4000')
  expect(said.filter((line) => /^(http|admin|In a)/.test(line))).toEqual([])
})

test('where nobody sits at a terminal, a command tells how to become administrator', () => {
  expect(lines({ setupPath: 'unseen', data: '/srv/icq' })).toContain(
    'Become administrator npx seekyou admin link --data /srv/icq',
  )
})

test('with a name and a certificate, people are told the name', () => {
  const everywhere = { host: '0.0.0.0', port: 443 }
  const said = lines({ http: everywhere, hostName: 'icq.example.org', isEncrypted: true }, '192.0.2.7')
  expect(said).toContain('In a browser         https://icq.example.org:443/')
  expect(said).toContain('Point a client here  server icq.example.org, port 4000')
  expect(said).toContain(
    'No such setting?     a line in its hosts file: 192.0.2.7 icq.mirabilis.com icq1.mirabilis.com',
  )
})
