import { join } from 'node:path'
import type { CertificateFiles } from '../certificate.ts'

/**
 * Two certificates that nobody vouches for, each for 127.0.0.1 and a name of its own, made for tests with
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 …`.
 */
export const certificateFiles = (name: 'one' | 'two'): CertificateFiles => ({
  cert: join(import.meta.dirname, `${name}.crt`),
  key: join(import.meta.dirname, `${name}.key`),
})
