import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type CertificateFiles, readCertificate, renewCertificate } from './certificate.ts'

/** Where to listen. `host` is a dotted IPv4 address; port 0 takes any free one. */
export interface HttpEndpoint {
  readonly host: string
  readonly port: number
}

export interface HttpOptions {
  readonly http: HttpEndpoint
  /** Undefined: without encryption. */
  readonly tls?: CertificateFiles | undefined
  readonly onRequest: RequestListener
  /** Something is wrong with the server or a new certificate. It goes on. */
  readonly report: (error: unknown) => void
}

/** An HTTP server that listens. */
export interface HttpListener {
  /** Where it listens, with the port that it really got. */
  readonly address: HttpEndpoint
  /** For what is no request: `upgrade`. */
  readonly server: Server | TlsServer
  /** Ends all connections. Resolves when the port is free again. */
  close(): Promise<void>
}

/** A port cannot be listened on. The message says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

/** More than all WebSockets together; the rest is for pages. */
const connectionsMax = 6_000
/** Whoever does not finish a request in so long, in milliseconds, keeps others waiting. */
const requestMs = 20_000

/** Listens for HTTP. Rejects with `CannotListen` and `BadCertificate`. */
export async function listenHttp({ http, tls, onRequest, report }: HttpOptions): Promise<HttpListener> {
  const options = {
    headersTimeout: requestMs,
    requestTimeout: requestMs,
    // Whoever offers another protocol (curl: h2c) is content with HTTP/1.1.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  }
  const server = tls
    ? createTlsServer({ ...options, ...readCertificate(tls) }, onRequest)
    : createServer(options, onRequest)
  server.maxConnections = connectionsMax
  await listen(server, http)
  server.on('error', report)
  const stopRenewing = tls ? renewCertificate(server as TlsServer, tls, report) : undefined
  const { address, port } = server.address() as AddressInfo
  return {
    address: { host: address, port },
    server,
    close() {
      stopRenewing?.()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function listen(server: Server, { host, port }: HttpEndpoint): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(new CannotListen(explain(error, host, port), { cause: error }))
    server.once('error', fail)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

function explain(error: Error, host: string, port: number): string {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `TCP port ${port} on ${host} is in use by another program: stop it, or choose another port.`
    case 'EACCES':
    case 'EPERM':
      return `This user may not listen on TCP port ${port}: choose a port from 1024 on.`
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return `${host} is no IPv4 address of this machine: choose one that is, or 0.0.0.0 for all.`
    default:
      return `TCP port ${port} on ${host} cannot be opened (${error.message}): choose another one.`
  }
}
