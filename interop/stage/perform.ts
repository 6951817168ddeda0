import { clientFraming } from '@seekyou/wire'
import { type Actor, type Heard, type Play, PlayError, type Step } from './play.ts'
import { isMeant, wordsOf, writeWords } from './words.ts'

/** Where a play is performed: a server, and a way to it for everybody of the cast. */
export interface Stage {
  say(actor: Actor, datagram: Uint8Array): void
  /** The next datagram that came for this client, if one comes soon. */
  hear(actor: Actor): Promise<Uint8Array | undefined>
  /** The same, once everything has come that was on its way; without taking it. */
  overhear(actor: Actor): Promise<Uint8Array | undefined>
  wait(ms: number): Promise<void>
}

/**
 * Performs a play to its end. Throws a PlayError at the first line that does not come true, or when somebody was told something that
 * no line expects.
 */
export async function perform(play: Play, stage: Stage): Promise<void> {
  const heard = new Map<Actor, string[]>(play.cast.map((actor) => [actor, []]))
  for (const step of play.steps) await performStep(step)
  const last = play.steps.at(-1)!
  for (const actor of play.cast) await expectNothing({ ...last, text: `${actor.name} ← nothing (at the end)` }, actor)

  async function performStep(step: Step): Promise<void> {
    switch (step.kind) {
      case 'wait':
        await stage.wait(step.ms)
        return
      case 'say':
        if (step.means && !isMeant(step.means, wordsOf(step.bytes, 'client'))) {
          fail(step, `these bytes mean: ${tell(step.bytes, 'client')}`)
        }
        stage.say(step.actor, step.bytes)
        return
      case 'hear':
        await performHearing(step)
        return
      case 'nothing':
        await expectNothing(step, step.actor)
    }
  }

  async function performHearing(step: Step & { kind: 'hear' }): Promise<void> {
    const { actor, acknowledges } = step
    const missing = [...step.what]
    while (missing.length > 0) {
      const datagram = await stage.hear(actor)
      if (!datagram) fail(step, `nothing came. ${memoryOf(actor)}`)
      const index = missing.findIndex((what) => isHeard(what, datagram))
      if (index < 0) fail(step, `came: ${tell(datagram, 'server')}\n${memoryOf(actor)}`)
      missing.splice(index, 1)
      heard.get(actor)!.push(brief(datagram))
      if (acknowledges) stage.say(actor, clientFraming.ack(numberOf(datagram), actor.uin).slice())
    }
  }

  async function expectNothing(step: Pick<Step, 'line' | 'text'>, actor: Actor): Promise<void> {
    const datagram = await stage.overhear(actor)
    if (datagram) fail(step, `came: ${tell(datagram, 'server')}\n${memoryOf(actor)}`)
  }

  function memoryOf(actor: Actor): string {
    return `${actor.name} had heard last: ${heard.get(actor)!.slice(-memoryMax).join(', ') || 'nothing'}`
  }

  function fail({ line, text }: Pick<Step, 'line' | 'text'>, trouble: string): never {
    throw new PlayError(play.file, line, text, trouble)
  }
}

/** How much of what somebody has heard is told in a failure. */
const memoryMax = 12

function isHeard(what: Heard, datagram: Uint8Array): boolean {
  return what instanceof Uint8Array ? hex(what) === hex(datagram) : isMeant(what, wordsOf(datagram, 'server'))
}

function tell(datagram: Uint8Array, side: 'client' | 'server'): string {
  const words = wordsOf(datagram, side)
  return `${words ? writeWords(words, side) : 'something unreadable'}\n      ${hex(datagram)}`
}

function brief(datagram: Uint8Array): string {
  return `${wordsOf(datagram, 'server')?.name} ${numberOf(datagram)}`
}

function numberOf(datagram: Uint8Array): number {
  return datagram[4]! | (datagram[5]! << 8)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}
