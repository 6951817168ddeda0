// What runs: the store, the hasher, the node, the socket. From top to bottom it is the whole server.
import { v2Server } from '@seekyou/dialect'
import type { Address, Uin } from '@seekyou/language'
import { drive, newHasher, now, openUdp, ownSubnets, wall } from '@seekyou/node-edge'
import { limitsOff, limitsOn, Node, type NodeInput, type NodeOutcome } from '@seekyou/server'
import { openStore } from '@seekyou/store-sql'
import { meeter } from './meet-needs.ts'
import type { NodeOptions, RunningNode } from './running-node.ts'
import { noteWriter } from './write-note.ts'

/** A command that reads accounts holds the store for a moment. */
const storeWaitMs = 2_000
/** How long a stop waits for a store that does not commit, in milliseconds. */
const stopPatienceMs = 10_000

/** Starts a server on a data folder. Rejects with the errors of `openStore` and `openUdp`, and leaves nothing open then. */
export async function runNode({ udp, folder, registration, limits, log, hashCost }: NodeOptions): Promise<RunningNode> {
  const store = await openStore({ folder, waitMs: storeWaitMs })
  const hasher = newHasher(hashCost)
  const node = new Node({
    dialects: [v2Server()],
    nextMessageId: store.nextMessageId,
    registration,
    limits: limits ? limitsOn : limitsOff,
    wall,
    isNear: ownSubnets(),
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
  const onDatagram = (from: Address, bytes: Uint8Array): void => {
    if (isListening) driver.handle({ kind: 'datagram', from, bytes })
  }
  const onError = (error: Error): void => log.error({ err: error }, 'udp')
  const socket = await openUdp({ ...udp, onDatagram, onError }).catch(async (error) => {
    driver.stop()
    await store.close()
    throw error
  })

  return {
    udp: socket.address,
    store,
    hasher,
    forceOff: (uin) => driver.handle({ kind: 'forceOff', uin: uin as Uin }),
    async stop() {
      isListening = false
      const giveUpAt = now() + stopPatienceMs
      while (!node.isSettled && now() < giveUpAt) {
        driver.handle({ kind: 'settle' })
        await Promise.race(underWay)
      }
      if (!node.isSettled)
        log.error('stopped although the store could not keep everything; nothing of that was acknowledged')
      driver.stop()
      await socket.close()
      await store.close()
    },
  }
}
