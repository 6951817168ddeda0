import type { World } from './world.ts'

let make: (() => World) | undefined
let world: World | undefined

/** Says which world a program lives in that names none. Each door of this package says it once. */
export function setDefaultWorld(makeWorld: () => World): void {
  make = makeWorld
}

/** The world of this machine, made when it is first asked for. */
export function defaultWorld(): World {
  if (!make) throw new Error('No world is known here: name one in the options.')
  world ??= make()
  return world
}
