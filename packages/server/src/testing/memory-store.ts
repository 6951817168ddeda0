import type { Uin } from '@seekyou/language'
import type { Answer, Message, Need, Refusal } from '@seekyou/service'

export type StoreNeed = Need<'findAccount' | 'createAccount' | 'waitingMessages' | 'commit'>

/** A store that forgets everything with the test, and can be told to be slow, away, or silent. */
export class MemoryStore {
  /** Passwords by UIN. */
  readonly accounts = new Map<Uin, string>()
  readonly messages: Message[] = []
  /** Every commit, as what it kept and what it deleted. */
  readonly commits: { readonly keep: readonly number[]; readonly forget: readonly number[] }[] = []
  /** How many times each need was met. */
  readonly met: StoreNeed['name'][] = []
  /** How long everything takes, in milliseconds. */
  ms = 0
  /** Everything fails. */
  isDown = false
  /** Nothing is answered until `release`. */
  isHeld = false
  readonly held: (() => void)[] = []
  #nextUin = 10_000

  /** Answers what was held back, in order. */
  release(): void {
    this.isHeld = false
    for (const meet of this.held.splice(0)) meet()
  }

  perform(need: StoreNeed): Answer<StoreNeed['name']> {
    this.met.push(need.name)
    switch (need.name) {
      case 'findAccount':
        return this.#find(need.uin)
      case 'createAccount': {
        if (need.invite !== undefined && need.invite !== 'welcome') return undefined
        const uin = this.#nextUin++ as Uin
        this.accounts.set(uin, need.passwordHash)
        return uin
      }
      case 'waitingMessages':
        return this.messages.filter(({ to }) => to === need.uin).slice(0, need.most)
      case 'commit':
        return this.#commit(need)
    }
  }

  #find(uin: Uin): Answer<'findAccount'> {
    const passwordHash = this.accounts.get(uin)
    if (passwordHash === undefined) return undefined
    const waitingFrom = [...new Set(this.messages.filter(({ to }) => to === uin).map(({ from }) => from))]
    return { account: { uin, passwordHash, nick: '' }, waitingFrom }
  }

  #commit({ keep, forget, storedMax }: Need<'commit'>): Answer<'commit'> {
    this.commits.push({ keep: keep.map(({ id }) => id), forget })
    const refused: Refusal[] = []
    for (const message of keep) {
      if (!this.accounts.has(message.to)) refused.push({ id: message.id, because: 'unknown' })
      else if (this.messages.filter(({ to }) => to === message.to).length >= storedMax)
        refused.push({ id: message.id, because: 'full' })
      else this.messages.push(message)
    }
    for (const id of forget) {
      const index = this.messages.findIndex((message) => message.id === id)
      if (index >= 0) this.messages.splice(index, 1)
    }
    this.messages.sort((a, b) => a.id - b.id)
    return { refused }
  }
}
