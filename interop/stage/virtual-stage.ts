import { packAddress, parseIp4 } from '@seekyou/language'
import { World, type WorldOptions } from '@seekyou/server/testing'
import type { Stage } from './perform.ts'
import type { Actor, Play } from './play.ts'

/** The first number that the program gives to somebody who registers. */
const firstUin = 100_000
/** How long somebody waits for what they expect, in milliseconds of the world. */
const patienceMs = 1_000
/** Longer than the store takes to close a group. */
const settleMs = 50

/** A node in a world of its own, where everything that follows from a line happens at once and time passes when a play says so. */
export function virtualStage({ cast, options }: Play): Stage & { readonly bugs: readonly unknown[] } {
  const { enforceAuthorization, ...modes } = options
  const enforcesAuthorization = enforceAuthorization === 'on'
  const world = new World({ registration: 'open', ...modes, enforcesAuthorization, firstUin } as WorldOptions)
  for (const { uin, hasAccount } of cast) if (hasAccount) world.store.addAccount(uin as never, 'secret')
  const inboxes = new Map<Actor, Uint8Array[]>()
  for (const actor of cast) {
    const { uin, ip, port } = actor
    const inbox: Uint8Array[] = []
    inboxes.set(actor, inbox)
    world.person(uin, { ip, port, register: false }).receive = (datagram) => inbox.push(datagram)
  }
  return {
    say: ({ ip, port }, bytes) => world.put({ kind: 'datagram', from: packAddress(parseIp4(ip)!, port), bytes }),
    async hear(actor) {
      const inbox = inboxes.get(actor)!
      for (let ms = 0; inbox.length === 0 && ms < patienceMs; ms++) world.pass(1)
      return inbox.shift()
    },
    async overhear(actor) {
      world.pass(settleMs)
      return inboxes.get(actor)![0]
    },
    wait: async (ms) => world.pass(ms),
    get bugs() {
      return world.noted('bug').map(({ error }) => error)
    },
  }
}
