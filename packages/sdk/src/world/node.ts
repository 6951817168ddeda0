import { innerAddress, openFiles, openTcp, openUdpRoad, UnknownServer, UnreadableFile } from '@seekyou/node-edge'
import { CannotReach, CannotRead } from '../errors.ts'
import type { Files, Road, World } from '../world.ts'
import { browserWorld } from './browser.ts'
import { isWebSocketUrl } from './websocket-road.ts'

/** Node: what browsers have, and beside it datagrams over UDP, TCP and files. */
export function nodeWorld(): World {
  const browser = browserWorld()
  return {
    ...browser,
    openRoad: (server, hear, lost, read) =>
      isWebSocketUrl(server) ? browser.openRoad(server, hear, lost, read) : openDatagramRoad(server, hear, lost),
    openTcp(tell) {
      const { carryOut, close } = openTcp({ tell })
      return { inner: innerAddress(), carryOut, close: () => void close() }
    },
    openFiles(tell): Files {
      const files = openFiles(tell)
      return {
        ...files,
        offer: (transfer, paths) =>
          files.offer(transfer, paths).catch((cause) => {
            throw cause instanceof UnreadableFile ? new CannotRead(cause.path, cause.detail, { cause }) : cause
          }),
        close: () => void files.close(),
      }
    },
  }
}

async function openDatagramRoad(server: string, hear: (datagram: Uint8Array) => void, lost: () => void): Promise<Road> {
  try {
    return await openUdpRoad(server, { hear, lost })
  } catch (cause) {
    const detail = cause instanceof UnknownServer ? cause.detail : 'this machine gives no socket for datagrams'
    throw new CannotReach(server, detail, { cause })
  }
}
