import { getRequestListener } from '@hono/node-server'
import type { Meet } from '@seekyou/office'
import { type HttpEndpoint, listenHttp } from '../listen-http.ts'
import { adminApp } from './admin-app.ts'
import type { AdminOptions } from './admin-options.ts'
import { mindingSessions } from './minding-sessions.ts'
import { newSessions } from './sessions.ts'

/** The administrators' listener: pages, API, health and metrics. */
export interface Admin {
  /** Where it listens, with the port that it really got. */
  readonly address: HttpEndpoint
  /**
   * The office that was given. Whoever else asks it, such as the command line, asks this one: an administrator whom they remove, or to whom
   * they give another password, is then signed out of every browser.
   */
  readonly meet: Meet
  /** Ends every connection, live ones included. Resolves when the port is free again. */
  close(): Promise<void>
}

/**
 * Opens the listener for administrators, which is none of the chat's, so that no chat page is of its origin. Rejects with `CannotListen`
 * and `BadCertificate`.
 */
export async function openAdmin(options: AdminOptions): Promise<Admin> {
  const { http, tls, report } = options
  const sessions = newSessions(Date.now)
  const meet = mindingSessions(options.meet, sessions)
  const onRequest = getRequestListener(adminApp({ ...options, meet }, sessions).fetch, {
    overrideGlobalObjects: false,
    errorHandler(error) {
      report(error)
      return new Response('The request could not be read.\n', { status: 400 })
    },
  })
  const { address, close } = await listenHttp({ http, tls, onRequest, report })
  return { address, meet, close }
}
