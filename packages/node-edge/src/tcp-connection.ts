import type { Socket } from 'node:net'

/** Who is told what happens on a connection, until either side has closed it. */
export interface Listener {
  connected(): void
  received(bytes: Uint8Array): void
  drained(): void
  /** By the other side, or it broke, or there never was one. */
  closed(): void
}

/** After so long without progress the other side will not read the rest. */
const lingerMs = 30_000
/** Peers who have vanished without a word are found out after some minutes. */
const keepAliveMs = 60_000

/** One TCP connection. To ICQ it is over as soon as either side has said its last byte. */
export class TcpConnection {
  /** Resolves when the socket is no more, which may be long after the last word. */
  readonly gone: Promise<void>
  readonly #socket: Socket
  #listener: Listener | undefined
  /** Writes that have not been handed to the network. */
  #underWay = 0
  #lingering: NodeJS.Timeout | undefined

  constructor(socket: Socket, listener: Listener) {
    this.#socket = socket
    this.#listener = listener
    socket.setNoDelay(true)
    socket.setKeepAlive(true, keepAliveMs)
    socket.on('connect', () => this.#listener?.connected())
    socket.on('data', (bytes: Buffer) => {
      this.#listener?.received(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    })
    socket.on('end', () => this.#lose())
    // 'close' follows.
    socket.on('error', () => {})
    this.gone = new Promise((resolve) => {
      socket.on('close', () => {
        this.#lose()
        clearTimeout(this.#lingering)
        resolve()
      })
    })
  }

  write(bytes: Uint8Array): void {
    this.#underWay += 1
    this.#socket.write(bytes, () => {
      this.#underWay -= 1
      if (this.#underWay === 0) this.#listener?.drained()
    })
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  /** Ends it when everything has left, or when the other side has read nothing for `patienceMs`. */
  close(patienceMs = lingerMs): void {
    this.#listener = undefined
    if (this.#socket.connecting) {
      this.#socket.destroy()
      return
    }
    this.#socket.end()
    // Unread bytes would make the system break the connection off, and with it what is still on its way.
    this.#socket.resume()
    this.#linger(patienceMs)
  }

  #lose(): void {
    const listener = this.#listener
    if (!listener) return
    this.close()
    listener.closed()
  }

  #linger(patienceMs: number): void {
    clearTimeout(this.#lingering)
    const { writableLength } = this.#socket
    this.#lingering = setTimeout(() => {
      if (this.#socket.writableLength < writableLength) this.#linger(patienceMs)
      else this.#socket.destroy()
    }, patienceMs).unref()
  }
}
