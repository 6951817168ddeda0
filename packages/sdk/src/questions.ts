import type { Answer } from '@seekyou/client'
import { type Uin, uin as uinOf } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { encodeText } from './content/text.ts'
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
  readonly #page: CodePage

  constructor(inquirer: Inquirer, page: CodePage) {
    this.#inquirer = inquirer
    this.#page = page
  }

  async find(wanted: SearchFor, signal?: AbortSignal): Promise<Found> {
    const answers =
      'uin' in wanted
        ? await this.#inquirer.ask({ name: 'searchUin', uin: uinOf(wanted.uin) }, signal)
        : await this.#inquirer.ask({ name: 'searchUser', ...writeNames(wanted, this.#page) }, signal)
    const found = answers.flatMap((answer): FoundUser[] =>
      answer.name === 'userFound' ? [{ uin: answer.uin, ...readProfile(answer.info, this.#page) }] : [],
    )
    return { found, hasMore: answers.some((answer) => answer.name === 'searchEnded' && answer.hasMore) }
  }

  async info(uin: Uin, signal?: AbortSignal): Promise<Profile | undefined> {
    const answer = last(await this.#inquirer.ask({ name: 'requestInfo', uin }, signal))
    return answer.name === 'infoFound' ? readProfile(answer.info, this.#page) : undefined
  }

  async extInfo(uin: Uin, signal?: AbortSignal): Promise<LongProfile | undefined> {
    const answer = last(await this.#inquirer.ask({ name: 'requestExtInfo', uin }, signal))
    return answer.name === 'extInfoFound' ? readLongProfile(answer.extInfo, this.#page) : undefined
  }

  async updateInfo(profile: Partial<Profile>, signal?: AbortSignal): Promise<void> {
    const { needsAuthorization } = profile
    const names = writeNames(profile, this.#page)
    const answers = await this.#inquirer.ask({ name: 'updateInfo', ...names, needsAuthorization }, signal)
    if (last(answers).name !== 'infoUpdated') throw new Refused('updateInfo')
  }

  async updateExtInfo(profile: Partial<LongProfile>, signal?: AbortSignal): Promise<void> {
    const extInfo = writeLongProfile(profile, this.#page)
    const answers = await this.#inquirer.ask({ name: 'updateExtInfo', extInfo }, signal)
    if (last(answers).name !== 'extInfoUpdated') throw new Refused('updateExtInfo')
  }

  async changePassword(password: string, signal?: AbortSignal): Promise<void> {
    const text = encodeText(password, this.#page)
    const answers = await this.#inquirer.ask({ name: 'changePassword', password: text }, signal)
    if (last(answers).name !== 'passwordChanged') throw new Refused('changePassword')
  }
}

function last(answers: readonly Answer[]): Answer {
  const answer = answers.at(-1)
  if (!answer) throw new NoAnswer()
  return answer
}
