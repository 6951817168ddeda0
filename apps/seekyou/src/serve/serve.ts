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
import { runNode } from './run-node.ts'
import { stopSignal } from './stop-signal.ts'

/** Runs a server until it is asked to stop: the data folder, the node, the control socket, the greeting; and back. */
export async function serve(config: Config): Promise<void> {
  checkLimits(config)
  chosenLimits(config)
  makeDataFolder(config.data)
  const log = pino({ level: config.log }, pino.destination({ dest: 2, sync: true }))
  const node = await runNode(config, log).catch((error) => {
    throw inWords(error, config)
  })
  const stopped = stopSignal()
  try {
    const control = await listenControl(config.data, meetRequests(node), (error) => log.error(error, 'control'))
    console.log(greeting({ ...config, udp: node.udp }))
    log.info({ signal: await stopped }, 'stopping')
    await control.close()
  } finally {
    await node.stop()
  }
}

function checkLimits({ limits, udp }: Config): void {
  if (limits) return
  if (!isLocal(udp)) {
    throw misuse(
      'Without limits the server may only listen on loopback: add --udp 127.0.0.1:4000, or leave --limits on.',
    )
  }
  console.error('seekyou: warning: LIMITS ARE OFF. Any client can flood this server; use this for benchmarks only.')
}

function inWords(error: unknown, { data }: Config): unknown {
  if (error instanceof StoreBusy) {
    return new Complaint(
      `The data folder ${data} is in use by another Seekyou: stop it, or choose another folder with --data DIR.`,
    )
  }
  if (error instanceof CannotListen) return new Complaint(`${error.message.replace(/\.$/, '')} with --udp HOST:PORT.`)
  return storeInWords(error)
}
