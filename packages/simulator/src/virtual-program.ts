import type { Uin } from '@seekyou/language'
import type { VirtualWire, WireEnd } from './virtual-wire.ts'
import type { Outlet, Place, TcpInput, TcpOutcome, VirtualWires } from './virtual-wires.ts'

/** The TCP of one program: its ports, and its side of each connection. */
export class Program implements Outlet {
  readonly owner: Uin
  readonly place: Place
  isCut = false
  readonly #wires: VirtualWires
  readonly #tell: (input: TcpInput) => void
  readonly #ports = new Map<number, number>()
  /** Connections that are being made. */
  readonly #waiting = new Set<number>()
  readonly #connected = new Map<number, { readonly wire: VirtualWire; readonly side: 0 | 1 }>()
  #incoming = 0
  #isDead = false

  constructor(wires: VirtualWires, owner: Uin, place: Place, tell: (input: TcpInput) => void) {
    this.#wires = wires
    this.owner = owner
    this.place = place
    this.#tell = tell
  }

  carryOut(outcome: TcpOutcome): void {
    switch (outcome.kind) {
      case 'listen': {
        const { listener, ports } = outcome
        const port = this.#wires.listen(this, listener, ports)
        if (port !== undefined) this.#ports.set(listener, port)
        const answer: TcpInput =
          port === undefined ? { kind: 'notListening', listener } : { kind: 'listening', listener, port }
        this.#wires.clock.after(0, () => this.tell(answer))
        break
      }
      case 'unlisten':
        this.#unlisten(outcome.listener)
        break
      case 'connect':
        this.#waiting.add(outcome.connection)
        this.#wires.connect(this, outcome.connection, outcome.ip, outcome.port)
        break
      case 'write': {
        const found = this.#connected.get(outcome.connection)
        found?.wire.write(found.side, outcome.bytes)
        break
      }
      case 'close': {
        this.#waiting.delete(outcome.connection)
        const found = this.#connected.get(outcome.connection)
        this.#connected.delete(outcome.connection)
        found?.wire.close(found.side)
        break
      }
      case 'pause':
      case 'resume': {
        const found = this.#connected.get(outcome.connection)
        found?.wire.hold(found.side, outcome.kind === 'pause')
      }
    }
  }

  die(silently = false): void {
    this.#isDead = true
    this.#waiting.clear()
    for (const listener of [...this.#ports.keys()]) this.#unlisten(listener)
    for (const { wire, side } of this.#connected.values()) {
      if (silently) wire.silence()
      else wire.abandon(side)
    }
    this.#connected.clear()
  }

  tell(input: TcpInput): void {
    if (!this.#isDead) this.#tell(input)
  }

  nextIncoming(): number {
    return --this.#incoming
  }

  adopt(connection: number, wire: VirtualWire, side: 0 | 1): void {
    this.#connected.set(connection, { wire, side })
  }

  isWaitingFor(connection: number): boolean {
    return this.#waiting.has(connection)
  }

  connects(connection: number, wire: VirtualWire): void {
    this.#waiting.delete(connection)
    this.adopt(connection, wire, 0)
    this.tell({ kind: 'connected', connection })
  }

  fails(connection: number): void {
    if (this.#waiting.delete(connection)) this.tell({ kind: 'closed', connection })
  }

  end(connection: number): WireEnd {
    const program = this
    return {
      get isCut() {
        return program.isCut
      },
      received: (bytes) => this.tell({ kind: 'received', connection, bytes }),
      drained: () => this.tell({ kind: 'drained', connection }),
      closed: () => {
        this.#waiting.delete(connection)
        this.#connected.delete(connection)
        this.tell({ kind: 'closed', connection })
      },
    }
  }

  #unlisten(listener: number): void {
    const port = this.#ports.get(listener)
    this.#ports.delete(listener)
    if (port !== undefined) this.#wires.unlisten(this, port)
  }
}
