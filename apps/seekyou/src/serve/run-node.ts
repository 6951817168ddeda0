// What runs: the store, the hasher, the node, the socket. From top to bottom it is the whole server.
import { v2Server } from '@seekyou/dialect'
import type { Address } from '@seekyou/language'
import { dice, drive, newHasher, now, openUdp, ownSubnets, wall } from '@seekyou/node-edge'
import { Node, type NodeInput, type NodeOutcome } from '@seekyou/server'
import { openStore } from '@seekyou/store-sql'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { messageBytes } from '../control/broadcast.ts'
import { chosenLimits } from '../limits/chosen-limits.ts'
import { expireMessages } from './expire-messages.ts'
import { liveServer } from './live-server.ts'
import { meeter } from './meet-needs.ts'
import type { RunningNode } from './running-node.ts'
import { noteWriter } from './write-note.ts'

/** A command that reads accounts holds the store for a moment. */
const storeWaitMs = 2_000
/** How long a stop waits for a store that does not commit, in milliseconds. */
const stopPatienceMs = 10_000

/** Starts a server on a data folder. Rejects with the errors of `openStore` and `openUdp`, and leaves nothing open then. */
export async function runNode(config: Config, log: Logger): Promise<RunningNode> {
  const { udp, data: folder, registration, direct, enforceAuthorization, sequence, hashCost } = config
  const { firstUin, codePage, welcome } = config
  const welcomeText = welcome === undefined ? undefined : messageBytes('welcome message', welcome, undefined, config)
  const store = await openStore({ folder, firstUin, waitMs: storeWaitMs })
  const hasher = newHasher(hashCost)
  const limits = chosenLimits(config)
  const node = new Node({
    dialects: [v2Server()],
    nextMessageId: store.nextMessageId,
    registration,
    limits,
    wall,
    isNear: ownSubnets(),
    direct,
    enforcesAuthorization: enforceAuthorization,
    welcome: welcomeText,
    firstSequence: sequence,
    random: dice,
  })
  const meet = meeter(store, hasher)
  const note = noteWriter(log)
  const underWay = new Set<Promise<void>>()
  let isListening = true

  const perform = (outcome: NodeOutcome): void => {
    switch (outcome.kind) {
      case 'transmit':
        socket.send(outcome.to, outcome.datagram)
        break
      case 'need': {
        const { id, need } = outcome
        const answered = meet(need).then(
          (answer) => driver.handle({ kind: 'met', id, answer }),
          (cause) => driver.handle({ kind: 'unmet', id, cause }),
        )
        underWay.add(answered)
        void answered.finally(() => underWay.delete(answered))
        break
      }
      case 'note':
        note(outcome.note)
        break
    }
  }
  const driver = drive<NodeInput, NodeOutcome>(node, { now, perform })
  driver.handle({ kind: 'takeUp', former: await store.formerLinks() })
  const onDatagram = (from: Address, bytes: Uint8Array): void => {
    if (isListening) driver.handle({ kind: 'datagram', from, bytes })
  }
  const onError = (error: Error): void => log.error({ err: error }, 'udp')
  const socket = await openUdp({ ...udp, onDatagram, onError }).catch(async (error) => {
    driver.stop()
    await store.close()
    throw error
  })

  const expiry = expireMessages(store, config.expire, log)

  return {
    udp: socket.address,
    store,
    hasher,
    server: liveServer(node, driver, { store, udp: socket.address, limits: limits }),
    codePage,
    welcome,
    async stop() {
      isListening = false
      expiry.stop()
      const giveUpAt = now() + stopPatienceMs
      while (!node.isAtRest && now() < giveUpAt) {
        driver.handle({ kind: 'settle' })
        await Promise.race(underWay)
      }
      if (!node.isAtRest)
        log.error('stopped although the store could not keep everything; nothing of that was acknowledged')
      driver.stop()
      await socket.close()
      await store.close()
    },
  }
}
