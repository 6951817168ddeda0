import type { World } from '@seekyou/sdk'
import type { WatchedPacket } from './contract.ts'

/** Who sees what goes over a road. */
export interface Tap {
  packet(direction: WatchedPacket['direction'], bytes: Uint8Array): void
  /** A road is there; `write` sends texts, where it carries them. */
  opened(write: ((text: string) => void) | undefined): void
  read(text: string): void
  closed(): void
}

/** The same world without direct connections, in which everything that goes over a road to a server is seen. */
export function tappedWorld(world: World, tap: Tap): World {
  return {
    now: () => world.now(),
    wall: (at) => world.wall(at),
    random: () => world.random(),
    at: (time, act) => world.at(time, act),
    async openRoad(server, hear, lost) {
      const road = await world.openRoad(
        server,
        (datagram) => {
          tap.packet('in', datagram)
          hear(datagram)
        },
        () => {
          tap.closed()
          lost()
        },
        (text) => tap.read(text),
      )
      tap.opened(road.write)
      return {
        send(datagram) {
          tap.packet('out', datagram)
          road.send(datagram)
        },
        close() {
          tap.closed()
          road.close()
        },
      }
    },
  }
}
