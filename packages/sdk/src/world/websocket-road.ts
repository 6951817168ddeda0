import { CannotReach } from '../errors.ts'
import type { Road } from '../world.ts'

/** How long a server may take to answer. */
const openMs = 20_000
/** So many bytes may wait to be sent; what would come behind them is dropped, as on any road for datagrams. */
const backlogMax = 256 * 1024

/** True for `ws://…` and `wss://…`. */
export const isWebSocketUrl = (server: string): boolean => /^wss?:\/\//i.test(server)

/**
 * A road for datagrams over a WebSocket: each binary message is one datagram, which `hear` gets, each text goes to `read`. `lost` is
 * called once when the connection ends, and never after `close`. Rejects with `CannotReach`.
 */
export function openWebSocketRoad(
  url: string,
  hear: (datagram: Uint8Array) => void,
  lost: () => void,
  read: (text: string) => void = () => {},
): Promise<Road> {
  return new Promise((resolve, reject) => {
    const refuse = (detail: string, cause?: unknown): void => reject(new CannotReach(url, detail, { cause }))
    const socket = open(url, refuse)
    if (!socket) return
    socket.binaryType = 'arraybuffer'
    let isOpen = false
    let isOver = false

    const end = (): void => {
      isOver = true
      clearTimeout(timer)
      socket.close()
    }
    const timer = setTimeout(() => {
      end()
      refuse('it does not answer')
    }, openMs)

    socket.onopen = () => {
      if (isOver) return
      clearTimeout(timer)
      isOpen = true
      resolve({
        send(datagram) {
          if (isOver || socket.bufferedAmount > backlogMax) return
          // Copied, because it is sent later than this call, and whoever sends it may write a new number into it.
          socket.send(datagram.slice())
        },
        write(text) {
          if (!isOver && socket.bufferedAmount <= backlogMax) socket.send(text)
        },
        close: end,
      })
    }
    socket.onmessage = ({ data }) => {
      if (isOver) return
      if (data instanceof ArrayBuffer) hear(new Uint8Array(data))
      else if (typeof data === 'string') read(data)
    }
    // Errors are followed by the end.
    socket.onclose = () => {
      if (isOver) return
      end()
      if (isOpen) lost()
      else refuse('nobody answers there, or it is no server for datagrams')
    }
  })
}

function open(url: string, refuse: (detail: string, cause: unknown) => void): WebSocket | undefined {
  try {
    return new WebSocket(url)
  } catch (cause) {
    refuse('this is no address of a WebSocket', cause)
    return undefined
  }
}
