import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import type { Server } from 'node:https'
import { createSecureContext } from 'node:tls'

/** Where a certificate and its private key lie: two PEM files. The certificate comes first in its file, then those that vouch for it. */
export interface CertificateFiles {
  readonly cert: string
  readonly key: string
}

/** Certificate files cannot be used. The message says which and what to do. */
export class BadCertificate extends Error {
  override readonly name = 'BadCertificate'
}

/** Programs that renew certificates replace two files, one after the other; every so many milliseconds it is looked whether they did. */
const lookEveryMs = 5_000

/** What a TLS server needs of the files. Throws `BadCertificate`. */
export function readCertificate({ cert, key }: CertificateFiles): { readonly cert: Buffer; readonly key: Buffer } {
  const pair = { cert: read(cert), key: read(key) }
  try {
    createSecureContext(pair)
    return pair
  } catch (cause) {
    throw new BadCertificate(
      `${cert} and ${key} are no certificate and its private key (${messageOf(cause)}): give two PEM files that belong together.`,
      { cause },
    )
  }
}

/** Gives the server new certificates as they come. While the files do not fit together, the old ones stay. Returns what ends it. */
export function renewCertificate(
  server: Server,
  files: CertificateFiles,
  report: (error: unknown) => void,
  everyMs = lookEveryMs,
): () => void {
  const renew = (): void => {
    try {
      server.setSecureContext(readCertificate(files))
    } catch (error) {
      report(error)
    }
  }
  const paths = [files.cert, files.key]
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, renew)
  return () => {
    for (const path of paths) unwatchFile(path, renew)
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new BadCertificate(`${file} cannot be read (${messageOf(cause)}): name a PEM file that this user may read.`, {
      cause,
    })
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
