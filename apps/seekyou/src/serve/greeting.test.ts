import { expect, test } from 'vitest'
import { notesOf } from '../config.ts'
import { greeting } from './greeting.ts'

const lines = (udp: { host: string; port: number }, data: string, ...addresses: string[]) =>
  greeting({ udp, data, registration: 'lan' }, addresses).split('\n')

test('with the defaults, the shortest commands do', () => {
  const { shown } = notesOf('data')
  expect(lines({ host: '0.0.0.0', port: 4000 }, shown, '192.0.2.7', '198.51.100.1')).toEqual([
    'Seekyou, a server for ICQ protocol version 2',
    '',
    'udp 0.0.0.0:4000',
    `data ${shown}`,
    '',
    'Make an account      npx seekyou user add --uin 100001 --nick alpha',
    "Or from a client     whoever is in this machine's own networks may register (--registration lan)",
    'Point a client here  server 192.0.2.7, port 4000',
    'No such setting?     a line in its hosts file: 192.0.2.7 icq.mirabilis.com icq1.mirabilis.com',
    '',
    'ready; Ctrl+C stops',
  ])
})

test('elsewhere, the folder is named and the port is told', () => {
  const shown = lines({ host: '127.0.0.1', port: 4001 }, "/srv/ada's icq")
  expect(shown).toContain(
    `Make an account      npx seekyou user add --data '/srv/ada'\\''s icq' --uin 100001 --nick alpha`,
  )
  expect(shown).toContain('Point a client here  server 127.0.0.1, port 4001')
  expect(shown).toContain('No such setting?     then it asks for port 4000: serve with --udp 0.0.0.0:4000')
})
