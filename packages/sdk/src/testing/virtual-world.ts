import { type Ip4, uin, type WallMillis } from '@seekyou/language'
import type { Dice, VirtualClock, VirtualWires } from '@seekyou/simulator'
import { CannotReach } from '../errors.ts'
import type { World } from '../world.ts'
import type { TestServer } from './test-server.ts'
import { type TestFiles, virtualFiles } from './virtual-files.ts'

/** The day on which every test network begins: 1 September 1998, midnight UTC, as in the simulator. */
const firstDay: WallMillis = Date.UTC(1998, 8, 1)

/** What the machines of a test network have in common. */
export interface Surroundings {
  readonly clock: VirtualClock
  readonly wires: VirtualWires
  readonly files: TestFiles
  /** Where the name of a server leads. */
  readonly serverOf: (name: string) => TestServer | undefined
}

/** A machine with this address, in a network without sockets. */
export function virtualWorld({ clock, wires, files, serverOf }: Surroundings, dice: Dice, ip: Ip4): World {
  return {
    now: () => clock.now,
    wall: (at) => firstDay + Math.floor(at),
    random: dice.next,
    at(time, act) {
      let isForgotten = false
      clock.at(time, () => {
        if (!isForgotten) act()
      })
      return () => {
        isForgotten = true
      }
    },
    async openRoad(name, hear) {
      const server = serverOf(name)
      if (!server) throw new CannotReach(name, 'there is no such server in this test network')
      return server.openRoad(ip, hear)
    },
    openTcp(tell) {
      // The wires want to know whose they are, for the simulator's witnesses; here nobody asks.
      const outlet = wires.plugIn(uin(ip), { outer: ip, inner: ip, isOpen: true }, tell)
      return { inner: ip, carryOut: (outcome) => outlet.carryOut(outcome), close: () => outlet.die() }
    },
    openFiles: (tell) => virtualFiles(clock, files, tell),
  }
}
