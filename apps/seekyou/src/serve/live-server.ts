import type { Gateway } from '@seekyou/gateway'
import { type Driver, wall } from '@seekyou/node-edge'
import type { Limits, Node, NodeInput } from '@seekyou/server'
import type { SqlStore } from '@seekyou/store-sql'
import type { CodePageName } from '@seekyou/wire'
import { Complaint } from '../complaint.ts'
import type { Endpoint } from '../config.ts'
import type { Server } from '../control/registry.ts'
import { version } from '../version.ts'
import type { Chronicle } from './chronicle.ts'
import { watchHealth } from './health.ts'
import { linkRows } from './live-links.ts'
import type { Places } from './running-node.ts'

/** How often it is looked whether what was announced is safe, in milliseconds. */
const lookEveryMs = 5
/** How long an announcement waits for a store that does not take it, in milliseconds. */
const patienceMs = 30_000

/** What stands around a node that runs. */
interface Surroundings {
  readonly store: SqlStore
  readonly chronicle: Chronicle
  readonly udp: Endpoint
  readonly places: Places
  readonly limits: Limits
  readonly codePage: CodePageName
  /** Undefined until it is open, and where there is none. */
  gateway(): Pick<Gateway, 'counts'> | undefined
}

/** What the operator can do to a node that runs. */
export function liveServer(
  node: Node,
  driver: Driver<NodeInput>,
  { store, udp, places, limits, codePage, chronicle, gateway }: Surroundings,
): Server {
  const startedAt = performance.now()
  const { counters } = node
  const health = watchHealth()

  /** A busy node is never idle: what was announced is safe as soon as a commit that began after it has ended. */
  async function safe(): Promise<void> {
    const giveUpAt = performance.now() + patienceMs
    let { commits, storeFailures } = counters
    driver.handle({ kind: 'settle' })
    // The commit that is under way already, the one that follows, and the beginning of a third: then the second has ended.
    while (!node.isSettled && counters.commits < commits + 3) {
      if (counters.storeFailures > storeFailures) ({ commits, storeFailures } = counters)
      if (performance.now() > giveUpAt) {
        throw new Complaint(
          'The store takes no messages: those that were handed over are kept in memory and tried again.',
        )
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  }

  return {
    get online() {
      return node.size
    },
    forceOff(uin) {
      const before = node.size
      driver.handle({ kind: 'forceOff', uin })
      return node.size < before
    },
    async accountChanged(uin) {
      const found = await store.findAccount({ uin })
      if (found) driver.handle({ kind: 'accountChanged', account: found.account })
    },
    async announce(to, messageKind, text) {
      const { messagesRefused } = counters
      driver.handle({ kind: 'announce', to, messageKind, text })
      await safe()
      return counters.messagesRefused - messagesRefused
    },
    links: () => linkRows(node.links, wall, codePage),
    registration: () => node.registration,
    setRegistration(mode) {
      driver.handle({ kind: 'setRegistration', mode })
    },
    chronicle: () => chronicle.read(),
    status: () => ({
      online: node.size,
      uptimeMs: Math.round(performance.now() - startedAt),
      udp: `${udp.host}:${udp.port}`,
      ...places,
      version,
      storeCalls: store.waitingCalls,
      health: health(),
      counters: { ...counters, ...gateway()?.counts },
      limits: { ...limits },
    }),
  }
}
