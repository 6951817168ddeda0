// What runs: the store, the hasher, the node, the socket, the gateway. From top to bottom it is the whole server.
import { v2Server } from '@seekyou/dialect'
import { type Gateway, openGateway } from '@seekyou/gateway'
import { type Address, isWeb } from '@seekyou/language'
import { dice, drive, inSlices, newHasher, now, openUdp, ownSubnets, wall } from '@seekyou/node-edge'
import { Node, type NodeInput, type NodeOutcome, type Note } from '@seekyou/server'
import { openStore } from '@seekyou/store-sql'
import type { Logger } from 'pino'
import { meetAsides } from '../asides/meet-asides.ts'
import { Complaint } from '../complaint.ts'
import { messageBytes } from '../control/broadcast.ts'
import type { Registry } from '../control/registry.ts'
import { chosenLimits } from '../limits/chosen-limits.ts'
import { inNetworks } from '../networks.ts'
import { registrationAtStart } from '../registration/registration-at-start.ts'
import { removeLeavers } from '../user/remove-leavers.ts'
import { openChronicle } from './chronicle.ts'
import { expireMessages } from './expire-messages.ts'
import { liveServer } from './live-server.ts'
import { meeter } from './meet-needs.ts'
import { inWords } from './note-words.ts'
import { PacketTaps } from './packet-taps.ts'
import type { Places, RunningNode, ServeConfig } from './running-node.ts'
import { serverCard } from './server-card.ts'
import { certificateOf } from './tls.ts'
import { urlOf } from './url-of.ts'
import { webPages } from './web-pages.ts'
import { gatewayNoteWriter, noteWriter } from './write-note.ts'

/** A command that reads accounts holds the store for a moment. */
const storeWaitMs = 2_000
/** For so long answers of the store and the hasher are dealt with before the network is read again, in milliseconds. */
const answersMs = 0.1
/** How long a stop waits for a store that does not commit, in milliseconds. */
const stopPatienceMs = 10_000

/** Starts a server on a data folder. Rejects with the errors of `openStore`, `openUdp` and `openGateway`, and leaves nothing open then. */
export async function runNode(config: ServeConfig, log: Logger): Promise<RunningNode> {
  const { udp, data: folder, direct, enforceAuthorization, sequence, hashCost } = config
  const { firstUin, codePage, welcome, hostName, isRegistrationFixed } = config
  const welcomeText = welcome === undefined ? undefined : messageBytes('welcome message', welcome, undefined, config)
  const store = await openStore({ folder, firstUin, waitMs: storeWaitMs })
  const hasher = newHasher(hashCost)
  const limits = chosenLimits(config)
  const isNear = ownSubnets()
  const node = new Node({
    dialects: [v2Server()],
    nextMessageId: store.nextMessageId,
    registration: await registrationAtStart(store, isRegistrationFixed ? config.registration : undefined),
    limits,
    wall,
    isNear,
    direct,
    enforcesAuthorization: enforceAuthorization,
    welcome: welcomeText,
    firstSequence: sequence,
    random: dice,
  })
  const meet = meeter(store, hasher)
  const chronicle = openChronicle(node)
  const taps = new PacketTaps((address) => node.uinAt(address))
  const writeNote = noteWriter(log)
  const soon = inSlices(answersMs)
  const underWay = new Set<Promise<void>>()
  const places: Places = { http: undefined, adminHttp: undefined }
  let isListening = true
  let isStoreFailing = false
  let gateway: Gateway | undefined

  const note = (note: Note): void => {
    if (note.what === 'storeFailed' || note.what === 'storeWorks') isStoreFailing = note.what === 'storeFailed'
    chronicle.note(inWords(note))
    writeNote(note)
  }
  const perform = (outcome: NodeOutcome): void => {
    switch (outcome.kind) {
      case 'transmit': {
        const { to, datagram } = outcome
        if (taps.isWatched) taps.passes('out', to, datagram)
        if (isWeb(to)) gateway?.send(to, datagram)
        else socket.send(to, datagram)
        break
      }
      case 'need': {
        const { id, need } = outcome
        const answered = meet(need).then(
          (answer) => soon(() => driver.handle({ kind: 'met', id, answer })),
          (cause) => soon(() => driver.handle({ kind: 'unmet', id, cause })),
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
    if (!isListening) return
    if (taps.isWatched) taps.passes('in', from, bytes)
    driver.handle({ kind: 'datagram', from, bytes })
  }
  const report = (area: string) => (error: unknown) => log.error({ err: error }, area)
  const endNode = async (): Promise<void> => {
    driver.stop()
    chronicle.stop()
    await store.close()
  }
  const socket = await openUdp({ ...udp, onDatagram, onError: report('udp') }).catch(async (error) => {
    await endNode()
    throw error
  })
  const registry: Registry = {
    store,
    hasher,
    server: liveServer(node, driver, {
      store,
      chronicle,
      udp: socket.address,
      places,
      limits,
      codePage,
      gateway: () => gateway,
    }),
    udp: socket.address,
    hostName,
    isRegistrationFixed,
    codePage,
    welcome,
  }
  const asides = meetAsides(registry)
  const { http } = config
  const tls = certificateOf(config)
  if (http) {
    gateway = await openGateway({
      http,
      tls,
      isTrustedProxy: inNetworks(config.trustedProxy),
      origins: config.origin,
      app: webPages,
      card: (ip) => serverCard(config, { mode: node.registration, isNear: isNear(ip), udpPort: socket.address.port }),
      onDatagram,
      onGone(address) {
        if (isListening) driver.handle({ kind: 'gone', address })
      },
      async meetAside(from, name, ask) {
        const uin = node.uinAt(from)
        if (uin === undefined) throw new Complaint('Sign on first.')
        return asides(uin, name, ask)
      },
      note: gatewayNoteWriter(log, chronicle),
      report: report('http'),
    }).catch(async (error) => {
      await endNode()
      await socket.close()
      throw error
    })
  }
  places.http = gateway && urlOf(gateway.address, { hostName, isEncrypted: tls !== undefined })
  const upkeep = [expireMessages(store, config.expire, log), removeLeavers(store, log)]

  return {
    ...registry,
    places,
    http: gateway?.address,
    webCounts: gateway?.counts,
    watchPackets: (uin, hear) => taps.watch(uin, hear),
    trouble: () => (isStoreFailing ? 'The store cannot be written to.' : undefined),
    async stop() {
      isListening = false
      for (const one of upkeep) one.stop()
      const giveUpAt = now() + stopPatienceMs
      while (!node.isAtRest && now() < giveUpAt) {
        driver.handle({ kind: 'settle' })
        await Promise.race(underWay)
      }
      if (!node.isAtRest)
        log.error('stopped although the store could not keep everything; nothing of that was acknowledged')
      driver.stop()
      chronicle.stop()
      await socket.close()
      await gateway?.close()
      await store.close()
    },
  }
}
