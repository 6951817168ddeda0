// Decides when a message is safe. A message is safe when its recipient's client has acknowledged it or when it is committed
// to the store, whichever comes first; only then is its sender acknowledged (promises: G1). Messages are committed in groups:
// one that is acknowledged before its group closes never touches the disk.
import type { Millis } from '@seekyou/language'
import type { Message, Need, NewMessage, Refusal } from '@seekyou/service'
import { type Claim, type Kept, newKept, satisfy } from './kept.ts'

/** How long a group stays open, in milliseconds: too short to be felt. */
const groupMs = 4
/** How long a message that is under way waits for its recipient's answer before it goes to the disk, in milliseconds. */
const underWayMs = 40
/** How long to wait before the store is asked again after it failed. */
const retryMs = 1_000
/** How long a sender waits for a store that fails before they are told. */
const slowMs = 30_000
/** How many messages may be neither delivered nor stored at a time; twice as many to recipients who are here. */
export const unsafeMax = 20_000
/** When the store is asked again to keep a message that is still under way to a slow recipient, in milliseconds. */
const askAgainMs = 10_000
/** How long such a message may be under way until its sender is told that it was refused. */
const refusedAfterMs = 60_000

/** Delivered messages are removed from the line in such numbers, because removing each would move all the others. */
const forgottenAtOnce = 1_000

type Spurned<By extends Claim> = { readonly entry: Kept<By>; readonly askAt: Millis }
type Batch<By extends Claim> = { readonly entries: readonly Kept<By>[]; readonly forget: readonly number[] }

export class Keeper<By extends Claim> {
  readonly #limits: Pick<Need<'commit'>, 'storedMax' | 'storedFromOneMax'>
  #nextId: number
  /** Those that only the disk can make safe, and those that are under way to their recipients; in order of acceptance. */
  #open: Kept<By>[] = []
  #underWay: Kept<By>[] = []
  /** Those that the store had no room for while they were under way, in the order in which it is asked again. */
  #spurned: Spurned<By>[] = []
  /** How many at the beginning of `underWay` have been delivered. */
  #arrived = 0
  #forget = new Set<number>()
  #committing: Batch<By> | undefined
  #closesAt: Millis | undefined
  #failing = false

  constructor(nextId: number, limits: Pick<Need<'commit'>, 'storedMax' | 'storedFromOneMax'>) {
    this.#nextId = nextId
    this.#limits = { storedMax: limits.storedMax, storedFromOneMax: limits.storedFromOneMax }
  }

  /** When to call `close`. Undefined while a commit is under way or nothing waits. */
  get wakeAt(): Millis | undefined {
    if (this.#committing) return undefined
    const oldest = this.#oldestUnderWay()
    const spurned = this.#spurned[0]
    if (!oldest && !spurned) return this.#closesAt
    return Math.min(
      this.#closesAt ?? Number.POSITIVE_INFINITY,
      oldest ? oldest.acceptedAt + underWayMs : Number.POSITIVE_INFINITY,
      spurned?.askAt ?? Number.POSITIVE_INFINITY,
    )
  }

  /** True when nothing is left to commit: everything accepted is stored, delivered, refused, or under way to a full store. */
  get isSettled(): boolean {
    const isDelivered = ({ delivered }: Kept<By>) => delivered
    const isAllDelivered = this.#open.every(isDelivered) && this.#underWay.every(isDelivered)
    // A commit may be for links alone.
    const isCommitting = this.#committing && this.#committing.entries.length + this.#committing.forget.length > 0
    return !isCommitting && isAllDelivered && this.#forget.size === 0
  }

  /** Whether one more message may be taken into care. When the store is away for long, there is still room for those to people who are here. */
  hasRoom(isRecipientHere: boolean): boolean {
    this.#oldestUnderWay()
    const underWay = this.#underWay.length - this.#arrived
    const committing = this.#committing?.entries.length ?? 0
    const unsafe = this.#open.length + underWay + committing + this.#spurned.length
    return unsafe < (isRecipientHere ? 2 * unsafeMax : unsafeMax)
  }

  /** Takes a message into care. `isUnderWay`: it is about to be sent to its recipient, who may answer soon. */
  accept(message: NewMessage, claim: By | undefined, now: Millis, isUnderWay = false): Kept<By> {
    const { to, from, kind, text, at } = message
    const entry = newKept({ id: this.#nextId++, to, from, kind, text, at }, claim, 'open', now)
    if (isUnderWay) this.#underWay.push(entry)
    else {
      this.#open.push(entry)
      this.#closesAt ??= now + groupMs
    }
    return entry
  }

  /** A message that comes from the store, to be forgotten when it has been delivered. */
  recall(message: Message, now: Millis): Kept<By> {
    return newKept<By>(message, undefined, 'stored', now)
  }

  /** The recipient has it. Returns the claim if this was the last message that it waited for. */
  delivered(entry: Kept<By>, now: Millis): By | undefined {
    if (entry.delivered) return undefined
    entry.delivered = true
    if (entry.stage === 'stored') this.#forgetLater(entry, now)
    return satisfy(entry)
  }

  /** True for a message that is being deleted, so that a read that overtook the deletion does not show it again. */
  isGone(id: number): boolean {
    if (this.#forget.has(id)) return true
    const batch = this.#committing
    return (
      !!batch &&
      (batch.forget.includes(id) || batch.entries.some((entry) => entry.delivered && entry.message.id === id))
    )
  }

  /** Messages to somebody that are in nobody's hands yet but will be in the store. */
  *waitingFor(uin: number): Iterable<Kept<By>> {
    for (const entry of this.#committing?.entries ?? []) if (entry.message.to === uin && !entry.delivered) yield entry
    for (const entry of this.#open) if (entry.message.to === uin && !entry.delivered) yield entry
    for (const entry of this.#underWay) if (entry.message.to === uin && !entry.delivered) yield entry
    for (const { entry } of this.#spurned) if (entry.message.to === uin && !entry.delivered) yield entry
  }

  /**
   * Closes the group: the commit that makes it safe, or undefined when there is nothing to do (unless it is `due` for other
   * reasons) or one is under way. Messages that are under way join it when their time is over, or all when it is `urgent`.
   */
  close(now: Millis, urgent = false, due = false): Need<'commit'> | undefined {
    if (this.#committing) return undefined
    this.#closesAt = undefined
    // The very sum that `wakeAt` tells: with fractions of milliseconds a difference would not be the same.
    const later = urgent ? -1 : this.#underWay.findIndex(({ acceptedAt }) => acceptedAt + underWayMs > now)
    const late = this.#underWay.splice(0, later < 0 ? this.#underWay.length : later)
    this.#arrived = 0
    const entries = [...this.#takeSpurned(now, urgent), ...this.#open, ...late].filter(({ delivered }) => !delivered)
    this.#open = []
    if (entries.length === 0 && this.#forget.size === 0 && !due) return undefined
    for (const entry of entries) entry.stage = 'committing'
    this.#committing = { entries, forget: [...this.#forget] }
    this.#forget = new Set()
    return {
      name: 'commit',
      keep: entries.map(({ message }) => message),
      forget: this.#committing.forget,
      ...this.#limits,
    }
  }

  /** The group is on the disk. Returns the claims that are satisfied, and what the store would not keep. */
  committed(
    refused: readonly Refusal[],
    now: Millis,
  ): { safe: By[]; refused: { entry: Kept<By>; because: Refusal['because'] }[] } {
    const { entries } = this.#endCommit()
    this.#failing = false
    const reasons = new Map(refused.map(({ id, because }) => [id, because]))
    const safe: By[] = []
    const refusals: { entry: Kept<By>; because: Refusal['because'] }[] = []
    for (const entry of entries) {
      const because = reasons.get(entry.message.id)
      if (because && this.#mayAskAgain(entry, because, now)) {
        entry.stage = 'open'
        this.#spurned.push({ entry, askAt: now + askAgainMs })
        continue
      }
      entry.stage = because ? 'done' : 'stored'
      if (because && !entry.delivered) refusals.push({ entry, because })
      if (!because && entry.delivered) this.#forgetLater(entry, now)
      const claim = satisfy(entry)
      if (claim) safe.push(claim)
    }
    return { safe, refused: refusals }
  }

  /** The store could not commit. Everything stays in care and is tried again; returns those whose senders should be told. */
  failed(now: Millis): Kept<By>[] {
    const { entries, forget } = this.#endCommit()
    this.#failing = true
    for (const id of forget) this.#forget.add(id)
    this.#open = [...entries, ...this.#open]
    for (const entry of entries) entry.stage = 'open'
    this.#closesAt = now + retryMs
    const slow = this.#open.filter((entry) => !entry.told && !entry.delivered && now - entry.acceptedAt >= slowMs)
    for (const entry of slow) entry.told = true
    return slow
  }

  /** True after a failed commit, until one succeeds. */
  get isFailing(): boolean {
    return this.#failing
  }

  /** Passes over those that have been delivered, and forgets them by the thousand. */
  #oldestUnderWay(): Kept<By> | undefined {
    while (this.#underWay[this.#arrived]?.delivered) this.#arrived += 1
    if (this.#arrived >= forgottenAtOnce) {
      this.#underWay.splice(0, this.#arrived)
      this.#arrived = 0
    }
    return this.#underWay[this.#arrived]
  }

  /** What is not under way any more must be in the store before others read it, or younger ones would be shown first. */
  #takeSpurned(now: Millis, urgent: boolean): Kept<By>[] {
    if (this.#spurned.length === 0) return []
    const isDue = ({ entry, askAt }: Spurned<By>) => askAt <= now || entry.delivered || (urgent && !entry.isUnderWay)
    const due = this.#spurned.filter(isDue)
    this.#spurned = this.#spurned.filter((one) => !isDue(one))
    return due.map(({ entry }) => entry)
  }

  /** Somebody who is only slow need not be told to anyone as lost. */
  #mayAskAgain(entry: Kept<By>, because: Refusal['because'], now: Millis): boolean {
    const { isUnderWay, delivered, acceptedAt } = entry
    return isUnderWay && !delivered && because !== 'unknown' && now - acceptedAt < refusedAfterMs
  }

  #endCommit(): Batch<By> {
    const batch = this.#committing
    if (!batch) throw new Error('a commit ended that was never begun')
    this.#committing = undefined
    return batch
  }

  #forgetLater(entry: Kept<By>, now: Millis): void {
    entry.stage = 'done'
    this.#forget.add(entry.message.id)
    this.#closesAt ??= now + groupMs
  }
}
