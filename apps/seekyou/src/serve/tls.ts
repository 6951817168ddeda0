import type { CertificateFiles } from '@seekyou/gateway'
import { misuse } from '../complaint.ts'
import type { Config } from '../config.ts'

/** The files of the certificate; undefined: without encryption. Complains when one of the two is missing. */
export function certificateOf({ tlsCert, tlsKey }: Pick<Config, 'tlsCert' | 'tlsKey'>): CertificateFiles | undefined {
  if (tlsCert !== undefined && tlsKey !== undefined) return { cert: tlsCert, key: tlsKey }
  if (tlsCert === undefined && tlsKey === undefined) return undefined
  const missing = tlsCert === undefined ? '--tls-cert' : '--tls-key'
  throw misuse(`A certificate and its private key belong together: add ${missing} FILE.`)
}
