import { join } from 'node:path'
import { type Admin, openAdmin } from '@seekyou/gateway'
import type { Meet } from '@seekyou/office'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { version } from '../version.ts'
import type { RunningNode } from './running-node.ts'
import { certificateOf } from './tls.ts'
import { urlOf } from './url-of.ts'
import { webPages } from './web-pages.ts'

/** The administrators' listener. */
export interface ListeningAdmin extends Admin {
  /**
   * Where the first of them chooses a password, for the eyes of whoever sits at the terminal; `unseen`: there is no terminal, and what is
   * printed may be kept by somebody; undefined: there is an administrator already.
   */
  readonly setupPath: string | 'unseen' | undefined
}

/** Opens it, unless there is to be none. Rejects with the errors of `openAdmin`. */
export async function listenAdmin(
  config: Config,
  node: RunningNode,
  meet: Meet,
  log: Logger,
): Promise<ListeningAdmin | undefined> {
  const { adminHttp: http, hostName, data } = config
  if (!http) return undefined
  const { webCounts } = node
  const tls = certificateOf(config)
  const admin = await openAdmin({
    http,
    tls,
    hosts: hostName === undefined ? [] : [hostName],
    app: webPages,
    backups: join(data, 'backups'),
    version,
    meet,
    watchPackets: (uin, hear) => node.watchPackets(uin, hear),
    counts: webCounts && (() => webCounts),
    async trouble() {
      // Calls are met in order: one that changes nothing waits for those that do.
      await node.store.settings()
      return node.trouble()
    },
    report: (error) => log.error({ err: error }, 'admin'),
  })
  node.places.adminHttp = urlOf(admin.address, { hostName, isEncrypted: tls !== undefined })
  const { rows } = await meet('listAdministrators', {}, 'server')
  if (rows.length > 0) return { ...admin, setupPath: undefined }
  return { ...admin, setupPath: process.stdout.isTTY ? (await meet('setupLink', {}, 'server')).path : 'unseen' }
}
