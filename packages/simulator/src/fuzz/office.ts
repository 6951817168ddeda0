// A node with a store, a clock and people who acknowledge what they are sent: everything around the datagrams that are tried.
import { v2Server } from '@seekyou/dialect'
import type { Address, Millis, Uin } from '@seekyou/language'
import type { Limits, NodeInput, NodeOutcome, Note } from '@seekyou/server'
import type { Answer, Need, NeedName } from '@seekyou/service'
import { PlainStore } from '@seekyou/service/testing'
import type { Dice } from '../dice.ts'
import type { MakeNode, NodeLike } from '../virtual-server.ts'
import { hashOf } from '../virtual-store.ts'
import { Broken } from './broken.ts'
import { absentees, password, players } from './cast.ts'

/** Somebody at an address hears a datagram and may answer, at once, with other datagrams. */
export type Ear = (to: Address, datagram: Uint8Array) => readonly Uint8Array[]

/** Somebody's stay, from one sign-on to its end. */
export interface Visit {
  readonly uin: Uin
}

/** One node and its surroundings. Throws Broken as soon as the node reports a bug of its own. */
export class Office {
  now: Millis = 0
  readonly #node: NodeLike
  readonly #store = new PlainStore(100_000)
  readonly #ear: Ear
  readonly #visits = new Map<Address, Visit>()
  readonly #registered: Uin[] = []
  readonly #needs: { readonly id: number; readonly need: Need }[] = []
  readonly #letters: { readonly from: Address; readonly bytes: Uint8Array }[] = []

  constructor(makeNode: MakeNode, limits: Limits, dice: Dice, ear: Ear) {
    this.#ear = ear
    for (const uin of [...players, ...absentees]) this.#store.addAccount(uin, hashOf(password))
    this.#node = makeNode({
      dialects: [v2Server()],
      nextMessageId: 1,
      registration: 'open',
      limits,
      direct: 'on',
      enforcesAuthorization: true,
      welcome: Uint8Array.of(0x48, 0x69),
      firstSequence: 'random',
      random: dice.next,
      wall: (now) => firstDay + now,
      isNear: () => true,
    })
  }

  /** How many people are signed on. */
  get size(): number {
    return this.#node.size
  }

  /** Who is signed on at an address; every sign-on makes another visit. */
  visitAt(address: Address): Visit | undefined {
    return this.#visits.get(address)
  }

  /** Hands over one datagram; returns what the node wants at once. What it needs and what people answer follows in `settle`. */
  receive(from: Address, bytes: Uint8Array): readonly NodeOutcome[] {
    return this.#put({ kind: 'datagram', from, bytes })
  }

  /**
   * Lets everything happen that follows, until all messages are safe and nothing is due: some 50 ms when somebody does not answer. False when
   * they are not safe after a second.
   */
  settle(): boolean {
    const until = this.now + 1_000
    for (let turn = 0; turn < turnsMax; turn++) {
      this.#answerAll()
      const at = this.#node.wakeAt ?? Number.POSITIVE_INFINITY
      // What is kept before it is acknowledged is due at once.
      if ((this.#node.isSettled && at > this.now) || at > until) return this.#node.isSettled
      this.now = Math.max(this.now, at)
      this.#put({ kind: 'wake' })
    }
    throw new Broken(`the node wants to be woken more than ${turnsMax} times in a second`)
  }

  /** Lets time pass, in milliseconds. */
  pass(ms: Millis): void {
    const until = this.now + ms
    for (let turn = 0; turn < turnsMax; turn++) {
      const at = this.#node.wakeAt
      if (at === undefined || at > until) {
        this.now = until
        return
      }
      this.now = Math.max(this.now, at)
      this.#put({ kind: 'wake' })
      this.settle()
    }
    throw new Broken(`the node wants to be woken more than ${turnsMax} times in ${ms} ms`)
  }

  #put(input: NodeInput): readonly NodeOutcome[] {
    const outcomes = this.#node.handle(input, this.now)
    for (const outcome of outcomes) {
      if (outcome.kind === 'need') this.#needs.push(outcome)
      else if (outcome.kind === 'note') this.#note(outcome.note)
      else for (const bytes of this.#ear(outcome.to, outcome.datagram)) this.#letters.push({ from: outcome.to, bytes })
    }
    return outcomes
  }

  #note(note: Note): void {
    if (note.what === 'signedOn') this.#visits.set(note.address, { uin: note.uin })
    else if (note.what === 'signedOff' && this.#visits.get(note.address)?.uin === note.uin) {
      this.#visits.delete(note.address)
    } else if (note.what === 'bug') {
      throw new Broken(note.error instanceof Error ? (note.error.stack ?? note.error.message) : String(note.error))
    }
  }

  #answerAll(): void {
    for (let turn = 0; turn < answersMax; turn++) {
      const letter = this.#letters.shift()
      const asked = letter ? undefined : this.#needs.shift()
      if (letter) this.#put({ kind: 'datagram', ...letter })
      else if (asked) this.#put({ kind: 'met', id: asked.id, answer: this.#meet(asked.need) })
      else return
    }
    throw new Broken(`the node still talks after ${answersMax} answers`)
  }

  #meet(need: Need): Answer<NeedName> {
    switch (need.name) {
      case 'verifyPassword':
        return need.hash === hashOf(need.password)
      case 'hashPassword':
        return hashOf(need.password)
      case 'changePassword':
        // Carried out in appearance only: the players must be able to sign on again.
        return this.#store.account(need.uin) !== undefined
      case 'createAccount':
        return this.#keepFew(this.#store.meet(need) as Uin)
      default:
        return this.#store.meet(need)
    }
  }

  /** Accounts are for ever; here the oldest ones go, or every search would take longer than the one before. */
  #keepFew(uin: Uin): Uin {
    this.#registered.push(uin)
    if (this.#registered.length > registeredMax) this.#store.removeAccount(this.#registered.shift()!)
    return uin
  }
}

const firstDay = Date.UTC(1998, 8, 1)
const turnsMax = 20_000
const answersMax = 20_000
const registeredMax = 20
