import type { World } from '@seekyou/sdk'

/** Names for entries: unique, and in the order in which they were given. */
export class EntryIds {
  readonly #world: World
  #count = 0

  constructor(world: World) {
    this.#world = world
  }

  next(): string {
    const world = this.#world
    const at = world.wall(world.now()).toString(36).padStart(9, '0')
    const count = (this.#count++ % 36 ** 4).toString(36).padStart(4, '0')
    const chance = Math.floor(world.random() * 36 ** 4).toString(36)
    return `${at}-${count}-${chance.padStart(4, '0')}`
  }
}
