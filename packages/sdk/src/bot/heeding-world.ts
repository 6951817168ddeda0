import type { World } from '../world.ts'

/** The same world; `onHeard` is called whenever a datagram comes from the server, before whoever waits for it gets it. */
export function heedingWorld(world: World, onHeard: () => void): World {
  const { openTcp, openFiles } = world
  return {
    now: () => world.now(),
    wall: (at) => world.wall(at),
    random: () => world.random(),
    at: (time, act) => world.at(time, act),
    openRoad: (server, hear, lost) =>
      world.openRoad(
        server,
        (datagram) => {
          onHeard()
          hear(datagram)
        },
        lost,
      ),
    ...(openTcp && { openTcp: (tell) => openTcp.call(world, tell) }),
    ...(openFiles && { openFiles: (tell) => openFiles.call(world, tell) }),
  }
}
