import {
  type Direct,
  type Intent,
  isInvisible,
  type Status,
  status as statusWord,
  type Text,
  type Uin,
} from '@seekyou/language'
import type { SignOn } from './wishes.ts'

/** How many people one visible or invisible list can name: version 2 counts them in a byte. */
export const listMax = 255

const invisible = 0x100
const unreachable: Direct = { port: 0, inner: 0, capability: 6, version: 3 }

/** Who the user is and how they want to be seen. Outlives every connection. */
export class Self {
  #uin: Uin | undefined
  #password: Text = new Uint8Array()
  #direct: Direct = unreachable
  #status: Status = statusWord(0)
  /** The status that the last sign-on named. */
  #arrivedAs: Status = statusWord(0)
  #visibleTo: readonly Uin[] = []
  #invisibleTo: readonly Uin[] = []

  get uin(): Uin | undefined {
    return this.#uin
  }

  get status(): Status {
    return this.#status
  }

  become({ uin, password, status, direct = unreachable }: SignOn): void {
    this.#uin = uin
    this.#password = password
    this.#status = status
    this.#direct = direct
  }

  /** How to be reached directly, from the next sign-on on. */
  announce(direct: Direct): void {
    this.#direct = direct
  }

  /** The password with which the user signs on from here on. */
  changePassword(password: Text): void {
    this.#password = password
  }

  changeStatus(status: Status): void {
    this.#status = status
  }

  changeList(name: 'announceVisibleTo' | 'announceInvisibleTo', uins: readonly Uin[]): void {
    if (uins.length > listMax)
      throw new RangeError(`A list of ${uins.length} people is too long: ${listMax} is the most.`)
    if (name === 'announceVisibleTo') this.#visibleTo = [...uins]
    else this.#invisibleTo = [...uins]
  }

  /**
   * How to sign on. Whoever hides from somebody arrives invisible and shows themselves when the server has the list: version 2
   * has no room for lists in the sign-on itself.
   */
  signOn(): Intent<'signOn'> {
    if (this.#uin === undefined) throw new Error('nobody is to be signed on')
    const isHiding = this.#invisibleTo.length > 0 && !isInvisible(this.#status)
    const status = isHiding ? statusWord(this.#status | invisible) : this.#status
    this.#arrivedAs = status
    return { name: 'signOn', uin: this.#uin, password: this.#password, status, direct: this.#direct }
  }

  /** What the server must be told after every sign-on, in this order and one after another. */
  introduction(): Intent[] {
    const intents: Intent[] = []
    if (this.#visibleTo.length > 0) intents.push({ name: 'announceVisibleTo', uins: this.#visibleTo })
    if (this.#invisibleTo.length > 0) intents.push({ name: 'announceInvisibleTo', uins: this.#invisibleTo })
    if (this.#arrivedAs !== this.#status) intents.push({ name: 'changeStatus', status: this.#status })
    return intents
  }
}
