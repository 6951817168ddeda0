import type { Answer } from '@seekyou/client'
import { type Text, type Uin, uin as uinOf } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { NoAnswer, Refused } from './errors.ts'
import type { Inquirer } from './inquirer.ts'
import {
  type FoundUser,
  type LongProfile,
  type Profile,
  readLongProfile,
  readProfile,
  type SearchFor,
  writeLongProfile,
  writeNames,
} from './profile.ts'

/** Who was found, and whether the server left others out. */
export interface Found {
  readonly found: readonly FoundUser[]
  /** There are others, whom the server did not name: look for less. */
  readonly hasMore: boolean
}

/**
 * What the server can be asked. All of it waits for a connection, rejects with `NoAnswer` when that ends before the answer comes,
 * and with the signal's reason.
 */
export class Questions {
  readonly #inquirer: Inquirer
  readonly #pageOf: (uin: Uin) => CodePage
  readonly #self: Uin
  readonly #encodePassword: (password: string) => Text

  /** `pageOf`: how somebody writes; `self`: who asks; `encodePassword`: as at signing on. */
  constructor(
    inquirer: Inquirer,
    pageOf: (uin: Uin) => CodePage,
    self: Uin,
    encodePassword: (password: string) => Text,
  ) {
    this.#encodePassword = encodePassword
    this.#inquirer = inquirer
    this.#pageOf = pageOf
    this.#self = self
  }

  get #ownPage(): CodePage {
    return this.#pageOf(this.#self)
  }

  async find(wanted: SearchFor, signal?: AbortSignal): Promise<Found> {
    const answers =
      'uin' in wanted
        ? await this.#inquirer.ask({ name: 'searchUin', uin: uinOf(wanted.uin) }, signal)
        : await this.#inquirer.ask({ name: 'searchUser', ...writeNames(wanted, this.#ownPage) }, signal)
    const found = answers.flatMap((answer): FoundUser[] =>
      answer.name === 'userFound' ? [{ uin: answer.uin, ...readProfile(answer.info, this.#pageOf(answer.uin)) }] : [],
    )
    return { found, hasMore: answers.some((answer) => answer.name === 'searchEnded' && answer.hasMore) }
  }

  async info(uin: Uin, signal?: AbortSignal): Promise<Profile | undefined> {
    const answer = last(await this.#inquirer.ask({ name: 'requestInfo', uin }, signal))
    return answer.name === 'infoFound' ? readProfile(answer.info, this.#pageOf(uin)) : undefined
  }

  async extInfo(uin: Uin, signal?: AbortSignal): Promise<LongProfile | undefined> {
    const answer = last(await this.#inquirer.ask({ name: 'requestExtInfo', uin }, signal))
    return answer.name === 'extInfoFound' ? readLongProfile(answer.extInfo, this.#pageOf(uin)) : undefined
  }

  async updateInfo(profile: Partial<Profile>, signal?: AbortSignal): Promise<void> {
    const { needsAuthorization } = profile
    const names = writeNames(profile, this.#ownPage)
    const answers = await this.#inquirer.ask({ name: 'updateInfo', ...names, needsAuthorization }, signal)
    if (last(answers).name !== 'infoUpdated') throw new Refused('updateInfo')
  }

  async updateExtInfo(profile: Partial<LongProfile>, signal?: AbortSignal): Promise<void> {
    const extInfo = writeLongProfile(profile, this.#ownPage)
    const answers = await this.#inquirer.ask({ name: 'updateExtInfo', extInfo }, signal)
    if (last(answers).name !== 'extInfoUpdated') throw new Refused('updateExtInfo')
  }

  async changePassword(password: string, signal?: AbortSignal): Promise<void> {
    const text = this.#encodePassword(password)
    const answers = await this.#inquirer.ask({ name: 'changePassword', password: text }, signal)
    if (last(answers).name !== 'passwordChanged') throw new Refused('changePassword')
  }
}

function last(answers: readonly Answer[]): Answer {
  const answer = answers.at(-1)
  if (!answer) throw new NoAnswer()
  return answer
}
