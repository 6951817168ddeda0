import { type Event, formatIp4, ipOf, isWeb, type Millis, type Uin } from '@seekyou/language'
import type { Regime } from '../virtual-server.ts'
import type { Saying, Visit } from '../visit.ts'
import type { Backlog } from './backlog.ts'
import type { Register } from './register.ts'
import type { Complain, Witness } from './witness.ts'

const unable = 6
const visitsKept = 8

/** True addresses are told only between two users for whom the mode of the server allows it, and who are not in browsers (promises: threat 13). */
export class Addresses implements Witness {
  readonly #regime: Pick<Regime, 'direct' | 'isNear'>
  readonly #register: Register
  readonly #backlog: Backlog
  readonly #complain: Complain
  readonly #visits = new Map<Uin, Visit[]>()

  constructor(regime: Pick<Regime, 'direct' | 'isNear'>, register: Register, backlog: Backlog, complain: Complain) {
    this.#regime = regime
    this.#register = register
    this.#backlog = backlog
    this.#complain = complain
  }

  visitBegan(visit: Visit): void {
    const visits = [...(this.#visits.get(visit.uin) ?? []), visit]
    this.#visits.set(visit.uin, visits.slice(-visitsKept))
  }

  said(visit: Visit, { event, sends }: Saying, now: Millis): void {
    if (event.name !== 'contactOnline' || sends > 1) return
    const { outer, direct } = event
    const isHidden = outer === 0 && direct.port === 0 && direct.inner === 0 && direct.capability === unable
    if (isHidden) return
    const since = this.#backlog.since(visit, now)
    const visits = (this.#visits.get(event.uin) ?? []).filter(({ endedAt }) => (endedAt ?? now) >= since)
    if (visits.some((other) => this.#mayBeTold(visit, other, since, now) && isAsItWas(event, visit, other))) return
    const what = `${formatIp4(outer)}, port ${direct.port}, inner address ${formatIp4(direct.inner)}`
    this.#complain('addresses', now, `${visit.uin} was told that ${event.uin} is to be reached at ${what}`)
  }

  #mayBeTold(one: Visit, other: Visit, since: Millis, now: Millis): boolean {
    const { direct, isNear } = this.#regime
    if (direct === 'off' || isWeb(one.address) || isWeb(other.address)) return false
    if (direct === 'lan' && !(isNear(ipOf(one.address)) && isNear(ipOf(other.address)))) return false
    return [one, other].every(({ uin }) =>
      this.#register.between(uin, since, now).some(({ record }) => {
        const wish = record?.account.settings.direct
        return direct === 'optin' ? wish === true : wish !== false
      }),
    )
  }
}

/** The inner address says something only behind the same router. */
function isAsItWas({ outer, direct }: Event<'contactOnline'>, to: Visit, of: Visit): boolean {
  const isSameHouse = ipOf(to.address) === ipOf(of.address)
  // Whoever does not know an address of their own is reached at the one that the server sees.
  const hasRightInner = direct.inner === 0 || (isSameHouse && [of.direct.inner, outer].includes(direct.inner))
  const hasRightPort = direct.port === 0 || direct.port === (of.direct.port & 0xffff)
  return outer === ipOf(of.address) && hasRightPort && hasRightInner
}
