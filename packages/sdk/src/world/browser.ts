import type { Millis } from '@seekyou/language'
import { CannotReach } from '../errors.ts'
import type { World } from '../world.ts'
import { isWebSocketUrl, openWebSocketRoad } from './websocket-road.ts'

/** Longer delays overflow the timers of all engines, which would fire at once. */
const delayMax = 2 ** 31 - 1

/** What every engine of today has: a clock, chance that nobody can guess, and WebSockets. No TCP and no files. */
export function browserWorld(): World {
  return {
    now: () => performance.now(),
    wall: (at) => Math.round(Date.now() + at - performance.now()),
    random: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
    at: (time, act) => wait(time, act),
    async openRoad(server, hear, lost, read) {
      if (!isWebSocketUrl(server)) {
        throw new CannotReach(
          server,
          'from here servers are reached by WebSocket only, as in wss://icq.example.org/datagrams',
        )
      }
      return openWebSocketRoad(server, hear, lost, read)
    },
  }
}

function wait(time: Millis, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const arm = (): void => {
    timer = setTimeout(fire, Math.min(delayMax, Math.max(0, Math.ceil(time - performance.now()))))
  }
  // Timers fire a little early at times.
  const fire = (): void => (performance.now() < time ? arm() : act())
  arm()
  return () => clearTimeout(timer)
}
