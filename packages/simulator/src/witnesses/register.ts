import type { ExtInfo, Info, Millis, Uin } from '@seekyou/language'
import type { AccountRecord } from '../virtual-store.ts'
import type { Witness } from './witness.ts'

/** What was kept about somebody during a stretch of time; undefined: no such account. */
export interface Version {
  readonly record: AccountRecord | undefined
  readonly since: Millis
  until: Millis
}

/** The book of all accounts, as the store has kept them, moment by moment. It keeps no opinion of its own. */
export class Register implements Witness {
  readonly #recordOf: (uin: Uin) => AccountRecord | undefined
  readonly #versions = new Map<Uin, Version[]>()

  constructor(recordOf: (uin: Uin) => AccountRecord | undefined) {
    this.#recordOf = recordOf
  }

  uins(): Iterable<Uin> {
    return this.#versions.keys()
  }

  accountChanged(uin: Uin, _: boolean, now: Millis): void {
    const versions = this.#versions.get(uin) ?? []
    this.#versions.set(uin, versions)
    const last = versions.at(-1)
    if (last) last.until = now
    versions.push({ record: this.#recordOf(uin), since: now, until: Number.POSITIVE_INFINITY })
  }

  /** Every version that held at some moment of a stretch of time, oldest first; both ends count. */
  between(uin: Uin, from: Millis, to: Millis): readonly Version[] {
    const versions = this.#versions.get(uin) ?? [{ record: undefined, since: 0, until: Number.POSITIVE_INFINITY }]
    return versions.filter(({ since, until }) => since <= to && until >= from)
  }

  /** The account as it is. */
  record(uin: Uin): AccountRecord | undefined {
    return this.#versions.get(uin)?.at(-1)?.record
  }
}

/** The short profile as others may read it. */
export const infoShown = ({ account: { info, settings } }: AccountRecord): Info =>
  settings.publishesEmail ? info : { ...info, email: new Uint8Array(0) }

/** True for two profiles with the same fields; a field that is undefined in `one` may be anything in `other`. */
export function isSame<Profile extends Info | ExtInfo>(one: Partial<Profile>, other: Profile): boolean {
  return Object.keys(other).every((name) => {
    const key = name as keyof Profile
    const [a, b] = [one[key], other[key]]
    return a instanceof Uint8Array ? b instanceof Uint8Array && isSameText(a, b) : a === b
  })
}

const isSameText = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
