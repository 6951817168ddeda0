import { BadCertificate, CannotListen as CannotListenHttp } from '@seekyou/gateway'
import { CannotListen } from '@seekyou/node-edge'
import { StoreBusy } from '@seekyou/store-sql'
import { pino } from 'pino'
import { Complaint, misuse } from '../complaint.ts'
import { type Config, isLocal } from '../config.ts'
import { meetRequests } from '../control/handlers.ts'
import { listenControl } from '../control/listen-control.ts'
import { storeInWords } from '../control/store-in-words.ts'
import { makeDataFolder } from '../data-folder.ts'
import { chosenLimits } from '../limits/chosen-limits.ts'
import { greeting } from './greeting.ts'
import { listenAdmin } from './listen-admin.ts'
import { runNode } from './run-node.ts'
import type { ServeConfig } from './running-node.ts'
import { stopSignal } from './stop-signal.ts'
import { certificateOf } from './tls.ts'

/** Runs a server until it is asked to stop: the data folder, the node, the administrators' listener, the control socket, the greeting; and back. */
export async function serve(config: ServeConfig): Promise<void> {
  checkLimits(config)
  chosenLimits(config)
  const tls = certificateOf(config)
  warnOfPlainAdmin(config)
  makeDataFolder(config.data)
  const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: true }))
  const node = await runNode(config, log).catch((error) => {
    throw inWords(error, config, '--http')
  })
  const stopped = stopSignal()
  const meet = meetRequests(node)
  try {
    const admin = await listenAdmin(config, node, meet, log).catch((error) => {
      throw inWords(error, config, '--admin-http')
    })
    try {
      const control = await listenControl(config.data, admin?.meet ?? meet, (error) => log.error(error, 'control'))
      const { udp, http } = node
      const { address: adminHttp, setupPath } = admin ?? {}
      console.log(
        greeting({
          ...config,
          registration: node.server.registration(),
          udp,
          http,
          adminHttp,
          setupPath,
          isEncrypted: tls !== undefined,
        }),
      )
      log.info({ signal: await stopped }, 'stopping')
      await control.close()
    } finally {
      await admin?.close()
    }
  } finally {
    await node.stop()
  }
}

function checkLimits({ limits, udp, http }: Config): void {
  if (limits) return
  if (!isLocal(udp) || (http && !isLocal(http))) {
    throw misuse(
      'Without limits the server may only listen on loopback: add --udp 127.0.0.1:4000 (and --http 127.0.0.1:8080), or leave --limits on.',
    )
  }
  console.error('seekyou: warning: LIMITS ARE OFF. Any client can flood this server; use this for benchmarks only.')
}

function warnOfPlainAdmin({ adminHttp, tlsCert }: Config): void {
  if (!adminHttp || isLocal(adminHttp) || tlsCert !== undefined) return
  console.error(
    'seekyou: warning: the admin pages can be reached from elsewhere without encryption: add --tls-cert and --tls-key, or leave --admin-http on 127.0.0.1 behind a proxy.',
  )
}

/** `flag`: the option that says where to listen for HTTP. */
function inWords(error: unknown, { data }: Config, flag: '--http' | '--admin-http'): unknown {
  if (error instanceof StoreBusy) {
    return new Complaint(
      `The data folder ${data} is in use by another Seekyou: stop it, or choose another folder with --data DIR.`,
    )
  }
  const sentence = error instanceof Error ? error.message.replace(/\.$/, '') : ''
  if (error instanceof CannotListen) return new Complaint(`${sentence} with --udp HOST:PORT.`)
  if (error instanceof CannotListenHttp)
    return new Complaint(`${sentence} with ${flag} HOST:PORT, or none with ${flag} off.`)
  if (error instanceof BadCertificate) return new Complaint(error.message)
  return storeInWords(error)
}
