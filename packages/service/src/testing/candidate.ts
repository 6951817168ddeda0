import type { Uin, WallMillis } from '@seekyou/language'
import type { Account, FormerLinks, Store } from '../needs.ts'

/** A store that sits the exam, with what an examiner must be able to do to it. */
export interface Candidate {
  /** The store as it is open at the moment. */
  readonly store: Store
  /** Greater than the id of every message that this store ever kept. */
  readonly nextMessageId: number
  /** `hides`: searches are not to find it. */
  addAccount(account: Account, hides?: boolean): Promise<unknown>
  removeAccount(uin: Uin): Promise<unknown>
  /** Changes it as the operator may. */
  changeAccount(uin: Uin, changes: Partial<Pick<Account, 'passwordHash' | 'isBanned'>>): Promise<unknown>
  /** What a node that starts finds of the one before it. */
  formerLinks(): Promise<FormerLinks>
  addInvite(code: string, uses: number, expiresAt: WallMillis | undefined): Promise<unknown>
  /** From here on the disk takes little or nothing more. */
  fillDisk(): Promise<unknown>
  /** There is room again. */
  emptyDisk(): Promise<unknown>
  /** Closes the store and opens it again from what it has kept: from then on `store` is another one. */
  reopen(): Promise<unknown>
  close(): Promise<unknown>
}

/** Opens a candidate with an empty store. */
export type OpenCandidate = () => Promise<Candidate>

/** One question of the exam. `run` rejects with an error that says what was wrong. */
export interface Question {
  readonly name: string
  run(): Promise<void>
}

/** A question before it is known who sits the exam. */
export interface Draft {
  readonly name: string
  ask(candidate: Candidate): Promise<void>
}

export const question = (name: string, ask: Draft['ask']): Draft => ({ name, ask })
