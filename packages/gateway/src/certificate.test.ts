import { copyFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { BadCertificate, readCertificate, renewCertificate } from './certificate.ts'
import { certificateFiles } from './testing/certificates.ts'

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'seekyou-tls-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return { cert: join(path, 'cert.pem'), key: join(path, 'key.pem') }
}

test('a certificate and its key are read', () => {
  const { cert, key } = readCertificate(certificateFiles('one'))
  expect([cert.toString(), key.toString()]).toEqual([
    expect.stringContaining('BEGIN CERTIFICATE'),
    expect.stringContaining('BEGIN PRIVATE KEY'),
  ])
})

test('what cannot be used is told in a sentence', () => {
  const files = folder()
  expect(() => readCertificate(files)).toThrow(BadCertificate)
  expect(() => readCertificate(files)).toThrow(
    /cert\.pem cannot be read .*: name a PEM file that this user may read\.$/,
  )
  const mixed = { cert: certificateFiles('one').cert, key: certificateFiles('two').key }
  expect(() => readCertificate(mixed)).toThrow(
    /are no certificate and its private key .*: give two PEM files that belong/,
  )
})

test('a new certificate is used as soon as both files fit together', async () => {
  const files = folder()
  const server = { setSecureContext: vi.fn() }
  const report = vi.fn()
  const put = (name: 'one' | 'two', what: 'cert' | 'key') => copyFileSync(certificateFiles(name)[what], files[what])
  put('one', 'cert')
  put('one', 'key')
  // The first look at a file may come after it was written anew: only what is written still later is a change.
  let times = 0
  const touch = (what: 'cert' | 'key') => utimesSync(files[what], ++times, times)
  const stop = renewCertificate(server as unknown as Server, files, report, 5)
  onTestFinished(stop)
  put('two', 'cert')
  await vi.waitUntil(() => {
    touch('cert')
    return report.mock.calls.length > 0
  })
  expect(server.setSecureContext).not.toHaveBeenCalled()
  put('two', 'key')
  await vi.waitUntil(() => {
    touch('key')
    return server.setSecureContext.mock.calls.length > 0
  })
  expect(server.setSecureContext.mock.calls[0]![0].cert.toString()).toBe(
    readCertificate(certificateFiles('two')).cert.toString(),
  )
  stop()
  writeFileSync(files.key, '')
})
