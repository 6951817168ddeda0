import type { Event, Intent, Millis, Uin } from '@seekyou/language'
import type { Command, Saying, Visit } from '../visit.ts'
import { numberOf } from './message-text.ts'
import type { Shown, Witness } from './witness.ts'

/** Writes down what concerns certain people, for whoever replays a failure. */
export class Chronicle implements Witness {
  readonly #whom: ReadonlySet<Uin>
  readonly #print: (line: string) => void

  constructor(whom: readonly Uin[], print: (line: string) => void) {
    this.#whom = new Set(whom)
    this.#print = print
  }

  visitBegan({ uin, address }: Visit, now: Millis): void {
    this.#write(uin, now, `server: visit begins at port ${address % 0x1_0000}`)
  }

  visitInterrupted({ uin }: Visit, now: Millis): void {
    this.#write(uin, now, 'server: down')
  }

  visitResumed({ uin }: Visit, now: Millis): void {
    this.#write(uin, now, 'server: up, visit goes on')
  }

  visitEnded({ uin }: Visit, wasForgotten: boolean, now: Millis): void {
    this.#write(uin, now, `server: visit ${wasForgotten ? 'is not known' : 'ends'}`)
  }

  commandCame({ uin }: Visit, { frame, intent }: Command, now: Millis): void {
    this.#write(uin, now, `→ ${frame.sequence} ${summary(intent)}`)
  }

  commandAcked({ uin }: Visit, { frame, acks }: Command, now: Millis): void {
    this.#write(uin, now, `← ACK of ${frame.sequence}${acks > 1 ? ` (${acks}.)` : ''}`)
  }

  said({ uin }: Visit, { sequence, event, sends }: Saying, now: Millis): void {
    this.#write(uin, now, `← ${sequence} ${summary(event)}${sends > 1 ? ` (${sends}.)` : ''}`)
  }

  sayingAcked({ uin }: Visit, { sequence }: Saying, now: Millis): void {
    this.#write(uin, now, `→ ACK of ${sequence}`)
  }

  wrote(from: Uin, to: Uin, id: number, now: Millis): void {
    this.#write(from, now, `writes #${id} to ${to}`)
  }

  accepted(from: Uin, id: number, now: Millis): void {
    this.#write(from, now, `knows that #${id} was accepted`)
  }

  shown(to: Uin, { from, text, stored }: Shown, now: Millis): void {
    this.#write(to, now, `is shown ${stored ? 'stored ' : ''}#${numberOf(text)} from ${from}`)
  }

  changed(uin: Uin, now: Millis): void {
    this.#write(uin, now, 'changes')
  }

  learned(watcher: Uin, contact: Uin, now: Millis): void {
    this.#write(watcher, now, `learns about ${contact}`)
  }

  #write(uin: Uin, now: Millis, what: string): void {
    if (this.#whom.has(uin)) this.#print(`${(now / 1_000).toFixed(3).padStart(9)}  ${uin}  ${what}`)
  }
}

/** The name of an intent or event, whom it concerns, and a message's number. */
function summary(said: Intent | Event | undefined): string {
  if (!said) return 'something unknown'
  const parts: (string | number)[] = [said.name]
  if ('uin' in said) parts.push(said.uin)
  if ('from' in said) parts.push('from', said.from)
  if ('to' in said) parts.push('to', said.to)
  if ('status' in said) parts.push(`0x${said.status.toString(16)}`)
  if ('text' in said) parts.push(`#${numberOf(said.text) ?? '?'}`)
  if ('uins' in said) parts.push(`[${said.uins.join(' ')}]`)
  return parts.join(' ')
}
