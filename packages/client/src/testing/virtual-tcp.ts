// TCP between programs in one process, without sockets and without time: what is done arrives when the test says `settle`.
import type { Ip4 } from '@seekyou/language'
import type { PeerInput, PeerOutcome } from '../peer/world.ts'

/** One machine on the network, and the program on it that is told what happens. */
export interface Host {
  readonly addresses: readonly Ip4[]
  tell(input: PeerInput): void
}

interface End {
  readonly host: Host
  readonly connection: number
  isPaused: boolean
  readonly waiting: Uint8Array[]
}

export class VirtualTcp {
  /** Addresses from which nobody answers, not even with a refusal. */
  readonly silent = new Set<Ip4>()
  /** While true, what is written vanishes, and neither side learns of it. */
  isHalfOpen = false
  /** While true, what is written arrives, and nobody learns that it has left. */
  isUndrained = false
  /** Which addresses were connected to, in order. */
  readonly dialled: Ip4[] = []
  readonly #listeners: { readonly host: Host; readonly listener: number; readonly port: number }[] = []
  readonly #ends = new Map<Host, Map<number, { readonly near: End; readonly far: End }>>()
  readonly #tasks: (() => void)[] = []
  #accepted = 0

  /** Does everything that is due, and what follows from it. Returns whether there was anything. */
  settle(): boolean {
    const wasBusy = this.#tasks.length > 0
    for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) task()
    return wasBusy
  }

  do(host: Host, outcome: PeerOutcome): void {
    switch (outcome.kind) {
      case 'listen':
        this.#listen(host, outcome.listener, outcome.ports)
        break
      case 'unlisten': {
        const at = this.#listeners.findIndex((one) => one.host === host && one.listener === outcome.listener)
        if (at >= 0) this.#listeners.splice(at, 1)
        break
      }
      case 'connect':
        this.#connect(host, outcome.connection, outcome.ip, outcome.port)
        break
      case 'write':
        this.#write(host, outcome.connection, outcome.bytes)
        break
      case 'close':
        this.#close(host, outcome.connection)
        break
      case 'pause':
      case 'resume':
        this.#pause(host, outcome.connection, outcome.kind === 'pause')
        break
      default:
        throw new Error(`${outcome.kind} is not about TCP`)
    }
  }

  /** Both ends of all connections learn that they are broken. */
  breakAll(): void {
    for (const [host, ends] of this.#ends) {
      for (const connection of ends.keys()) this.#tasks.push(() => host.tell({ kind: 'closed', connection }))
      ends.clear()
    }
  }

  get connections(): number {
    let count = 0
    for (const ends of this.#ends.values()) count += ends.size
    return count
  }

  #listen(host: Host, listener: number, [from, to]: readonly [number, number]): void {
    const isTaken = (port: number) => this.#listeners.some((one) => one.host === host && one.port === port)
    const range = from === 0 ? [40_000, 50_000] : [from, to]
    let port = range[0]!
    while (isTaken(port)) port += 1
    if (port > range[1]!) {
      this.#tasks.push(() => host.tell({ kind: 'notListening', listener }))
      return
    }
    this.#listeners.push({ host, listener, port })
    this.#tasks.push(() => host.tell({ kind: 'listening', listener, port }))
  }

  #connect(host: Host, connection: number, ip: Ip4, port: number): void {
    this.dialled.push(ip)
    if (this.silent.has(ip)) return
    const found = this.#listeners.find((one) => one.port === port && one.host.addresses.includes(ip))
    if (!found) {
      this.#tasks.push(() => host.tell({ kind: 'closed', connection }))
      return
    }
    const near: End = { host, connection, isPaused: false, waiting: [] }
    this.#accepted -= 1
    const far: End = { host: found.host, connection: this.#accepted, isPaused: false, waiting: [] }
    this.#endsOf(host).set(connection, { near, far })
    this.#endsOf(found.host).set(far.connection, { near: far, far: near })
    const from = host.addresses[found.host.addresses.indexOf(ip)] ?? host.addresses[0]!
    this.#tasks.push(
      () => found.host.tell({ kind: 'incoming', listener: found.listener, connection: far.connection, from }),
      () => host.tell({ kind: 'connected', connection }),
    )
  }

  #write(host: Host, connection: number, bytes: Uint8Array): void {
    const pair = this.#endsOf(host).get(connection)
    if (!pair) return
    if (!this.isUndrained) this.#tasks.push(() => host.tell({ kind: 'drained', connection }))
    if (this.isHalfOpen) return
    pair.far.waiting.push(bytes.slice())
    this.#deliver(pair.far)
  }

  #deliver(end: End): void {
    this.#tasks.push(() => {
      const isOpen = this.#endsOf(end.host).has(end.connection)
      if (!isOpen || end.isPaused || end.waiting.length === 0) return
      end.host.tell({ kind: 'received', connection: end.connection, bytes: end.waiting.shift()! })
    })
  }

  #pause(host: Host, connection: number, isPaused: boolean): void {
    const end = this.#endsOf(host).get(connection)?.near
    if (!end) return
    end.isPaused = isPaused
    if (!isPaused) for (const _ of end.waiting) this.#deliver(end)
  }

  /** What was written before arrives before the end. */
  #close(host: Host, connection: number): void {
    const pair = this.#endsOf(host).get(connection)
    this.#endsOf(host).delete(connection)
    if (!pair || this.isHalfOpen) return
    const { far } = pair
    this.#tasks.push(() => {
      if (this.#endsOf(far.host).delete(far.connection)) far.host.tell({ kind: 'closed', connection: far.connection })
    })
  }

  #endsOf(host: Host) {
    const ends = this.#ends.get(host) ?? new Map<number, { readonly near: End; readonly far: End }>()
    this.#ends.set(host, ends)
    return ends
  }
}
