// The stage of the plays on which the started program performs: real datagrams on loopback, in real time.
import { createSocket, type Socket } from 'node:dgram'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from '../interop/stage/perform.ts'
import type { Actor } from '../interop/stage/play.ts'
import type { Endpoint } from './raw-client.ts'

/** Long enough for a machine that is busy with other things; reached only when something is wrong. */
const patienceMs = 10_000
/** 04EC under number 1, which every server acknowledges to everybody. */
const question = Uint8Array.of(2, 0, 0xec, 4, 1, 0)

export interface UdpStage extends Stage {
  close(): Promise<void>
}

/**
 * A socket for everybody of the cast, at their address and any free port, and one more that asks a question when all is to be
 * quiet: what the server sent before its answer has come by then. Needs a system on which all of 127.0.0.0/8 is loopback.
 */
export async function udpStage(cast: readonly Actor[], server: Endpoint): Promise<UdpStage> {
  const mailboxes = new Map<Actor, Mailbox>()
  for (const actor of cast) mailboxes.set(actor, await openMailbox(actor.ip, server))
  const prompter = await openMailbox('127.0.0.1', server)
  return {
    say: (actor, datagram) => mailboxes.get(actor)!.socket.send(datagram),
    hear: (actor) => mailboxes.get(actor)!.next(),
    async overhear(actor) {
      prompter.socket.send(question)
      if (!(await prompter.next())) throw new Error('the server answers nobody')
      // Datagrams for several sockets may be read in another order than that in which they came.
      await sleep(0)
      return mailboxes.get(actor)!.inbox[0]
    },
    wait: (ms) => sleep(ms),
    close: async () => {
      for (const { socket } of [prompter, ...mailboxes.values()]) {
        await new Promise<void>((resolve) => socket.close(() => resolve()))
      }
    },
  }
}

interface Mailbox {
  readonly socket: Socket
  readonly inbox: Uint8Array[]
  /** The oldest datagram, taken out; waits for one. */
  next(): Promise<Uint8Array | undefined>
}

/** Connected sockets send at once, so that datagrams of several people keep their order. */
async function openMailbox(address: string, server: Endpoint): Promise<Mailbox> {
  const socket = createSocket('udp4')
  const inbox: Uint8Array[] = []
  let arrived = (): void => {}
  socket.on('message', (datagram) => {
    inbox.push(datagram)
    arrived()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(0, address, () => socket.connect(server.port, server.host, resolve))
  })
  return {
    socket,
    inbox,
    async next() {
      if (inbox.length === 0) {
        const patience = new AbortController()
        const arrival = new Promise<void>((resolve) => {
          arrived = resolve
        })
        await Promise.race([arrival, sleep(patienceMs, undefined, patience).catch(() => {})])
        patience.abort()
      }
      return inbox.shift()
    },
  }
}
