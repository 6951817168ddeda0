import { type Millis, messageKind, plainKind, type Uin } from '@seekyou/language'
import type { Command, Saying, Visit } from '../visit.ts'
import type { Backlog } from './backlog.ts'
import type { Register } from './register.ts'
import type { Complain, Witness } from './witness.ts'

/** How long the store may take to remember a contact list: as long as its longest trouble, and until a client gives its next sign of life. */
const rememberMs = 180_000 + 120_000

/**
 * Where authorization is enforced, somebody who needs it is shown only to those whom they have granted it, and to those who
 * had them on their list while it was not needed. That a grant is followed by showing is for `Convergence` to see.
 */
export class Authorization implements Witness {
  readonly #isEnforced: boolean
  readonly #register: Register
  readonly #backlog: Backlog
  readonly #complain: Complain
  /** To whom somebody has granted it. */
  readonly #granted = new Map<Uin, Set<Uin>>()
  /** When each watcher announced whom. */
  readonly #announced = new Map<Uin, Map<Uin, Millis[]>>()

  constructor(isEnforced: boolean, register: Register, backlog: Backlog, complain: Complain) {
    this.#isEnforced = isEnforced
    this.#register = register
    this.#backlog = backlog
    this.#complain = complain
  }

  /** Whether somebody has said that a watcher may see them. */
  isGranted(uin: Uin, watcher: Uin): boolean {
    return this.#granted.get(uin)?.has(watcher) === true
  }

  commandCame({ uin }: Visit, { intent }: Command, now: Millis): void {
    if (!this.#isEnforced) return
    switch (intent?.name) {
      case 'sendMessage':
        if (plainKind(intent.kind) !== messageKind.authorizationGranted) break
        this.#granted.set(uin, (this.#granted.get(uin) ?? new Set()).add(intent.to))
        break
      case 'announceContacts':
        for (const contact of intent.uins) this.#announce(uin, contact, now)
        break
      case 'addContact':
        this.#announce(uin, intent.uin, now)
        break
    }
  }

  said(visit: Visit, { event, sends }: Saying, now: Millis): void {
    if (!this.#isEnforced || sends > 1) return
    if (event.name !== 'contactOnline' && event.name !== 'contactStatusChanged') return
    const { uin } = event
    if (uin === visit.uin) return
    if (this.isGranted(uin, visit.uin) || this.#wasOpen(uin, this.#backlog.since(visit, now), now)) return
    const announced = this.#announced.get(visit.uin)?.get(uin) ?? []
    if (announced.some((at) => this.#wasOpen(uin, at, Math.min(now, at + rememberMs)))) return
    this.#complain('authorization', now, `${visit.uin} was told that ${uin} is on line, who has not authorized them`)
  }

  /** Whether somebody needed no authorization at some moment. */
  #wasOpen(uin: Uin, from: Millis, to: Millis): boolean {
    return this.#register.between(uin, from, to).some(({ record }) => !record?.account.info.needsAuthorization)
  }

  #announce(watcher: Uin, contact: Uin, now: Millis): void {
    const all = this.#announced.get(watcher) ?? new Map<Uin, Millis[]>()
    this.#announced.set(watcher, all)
    const times = all.get(contact)
    if (times) times.push(now)
    else all.set(contact, [now])
  }
}
