import type { Uin } from '@seekyou/language'
import type { Answer, Message, Need, StoreNeedName } from '@seekyou/service'
import { PlainStore } from '@seekyou/service/testing'

/** A store that forgets everything with the test, and can be told to be slow, away, or silent. */
export class MemoryStore {
  readonly plain: PlainStore
  /** Every commit of messages, as what it kept and what it deleted. */
  readonly commits: { readonly keep: readonly number[]; readonly forget: readonly number[] }[] = []
  /** How many times each need was met. */
  readonly met: StoreNeedName[] = []
  /** How long everything takes, in milliseconds. */
  ms = 0
  /** Everything fails. */
  isDown = false
  /** Nothing is answered until `release`. */
  isHeld = false
  readonly held: (() => void)[] = []

  constructor(firstUin = 10_000) {
    this.plain = new PlainStore(firstUin)
    this.plain.addInvite('welcome')
  }

  /** What is stored, oldest first. */
  get messages(): readonly Message[] {
    return [...this.plain.messages()].sort((a, b) => a.id - b.id)
  }

  /** Answers what was held back, in order. */
  release(): void {
    this.isHeld = false
    for (const meet of this.held.splice(0)) meet()
  }

  addAccount(uin: Uin, password: string): void {
    this.plain.addAccount(uin, password)
  }

  perform(need: Need<StoreNeedName>): Answer<StoreNeedName> {
    this.met.push(need.name)
    if (need.name === 'commit' && need.keep.length + need.forget.length > 0) {
      this.commits.push({ keep: need.keep.map(({ id }) => id), forget: need.forget })
    }
    return this.plain.meet(need)
  }
}
