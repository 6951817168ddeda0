import type { Event, ExtInfo, Info, Intent, Millis, Uin } from '@seekyou/language'
import type { Command, Saying, Visit } from '../visit.ts'
import { infoShown, type Register, type Version } from './register.ts'
import type { Complain, Witness } from './witness.ts'

type Question = Intent<'searchUin' | 'searchUser' | 'requestInfo' | 'requestExtInfo'>

type Answer = Event<'userFound' | 'infoFound' | 'extInfoFound' | 'uinUnknown'>

/** A question that was asked, and who has been found so far. */
interface Asked {
  readonly question: Question
  readonly at: Millis
  readonly found: Set<Uin>
}

const resultsMax = 40
const questions: ReadonlySet<string> = new Set<Question['name']>([
  'searchUin',
  'searchUser',
  'requestInfo',
  'requestExtInfo',
])

/**
 * Answers about people say what was true at some moment between question and answer: nobody is found who hides, no e-mail
 * address is told that is not published, and whoever fits a search all the while is found.
 */
export class Directory implements Witness {
  readonly #register: Register
  readonly #complain: Complain
  /** By the mark that answers repeat; clients that use one mark for several questions cannot tell the answers apart either. */
  readonly #asked = new WeakMap<Visit, Map<number, Asked[]>>()
  #answers = 0

  constructor(register: Register, complain: Complain) {
    this.#register = register
    this.#complain = complain
  }

  /** How many answers were right. */
  get answers(): number {
    return this.#answers
  }

  commandCame(visit: Visit, { intent, request }: Command, now: Millis): void {
    if (!intent || !questions.has(intent.name)) return
    const all = this.#asked.get(visit) ?? new Map<number, Asked[]>()
    this.#asked.set(visit, all)
    const asked: Asked = { question: intent as Question, at: now, found: new Set() }
    const same = all.get(request)
    if (same) same.push(asked)
    else all.set(request, [asked])
  }

  said(visit: Visit, { event, request, sends }: Saying, now: Millis): void {
    if (sends > 1) return
    switch (event.name) {
      case 'userFound':
      case 'infoFound':
      case 'extInfoFound':
      case 'uinUnknown':
        this.#check(visit, event, request, now)
        break
      case 'searchEnded':
        this.#checkEnd(visit, event, request, now)
        break
    }
  }

  #check(visit: Visit, event: Answer, request: number, now: Millis): void {
    // Version 2 answers that nobody has a number without the mark of the question.
    const all =
      event.name === 'uinUnknown' ? [...(this.#asked.get(visit)?.values() ?? [])].flat() : this.#asksOf(visit, request)
    const asked = all.find(({ question, at }) =>
      this.#register.between(event.uin, at, now).some((version) => isTrue(event, question, version)),
    )
    if (!asked) {
      const sentence = `${visit.uin} was told ${event.name} about ${event.uin}, which they did not ask or which is not so`
      this.#complain('directory', now, sentence)
      return
    }
    this.#answers += 1
    if (event.name !== 'userFound') return
    asked.found.add(event.uin)
    if (asked.found.size > resultsMax)
      this.#complain('directory', now, `a search of ${visit.uin} found ${asked.found.size} people`)
  }

  #checkEnd(visit: Visit, { hasMore }: Event<'searchEnded'>, request: number, now: Millis): void {
    const all = this.#asksOf(visit, request)
    const [asked] = all
    if (!asked) this.#complain('directory', now, `a search of ${visit.uin} ended that they did not begin`)
    else this.#answers += 1
    if (hasMore || !asked || all.length > 1 || asked.question.name !== 'searchUser') return
    const { question, at, found } = asked
    for (const uin of this.#register.uins()) {
      if (found.has(uin) || !this.#register.between(uin, at, now).every((version) => isFound(question, version)))
        continue
      this.#complain('directory', now, `a search of ${visit.uin} did not find ${uin}`)
    }
  }

  #asksOf(visit: Visit, request: number): readonly Asked[] {
    return this.#asked.get(visit)?.get(request) ?? []
  }
}

function isTrue(event: Answer, question: Question, version: Version): boolean {
  const { record } = version
  switch (event.name) {
    case 'uinUnknown':
      return 'uin' in question && question.uin === event.uin && !record
    case 'infoFound':
      return question.name === 'requestInfo' && question.uin === event.uin && isShown(event.info, version)
    case 'extInfoFound':
      return (
        question.name === 'requestExtInfo' &&
        question.uin === event.uin &&
        record !== undefined &&
        isTold(event.extInfo, record.extInfo)
      )
    case 'userFound':
      if (question.name === 'searchUin') return question.uin === event.uin && isShown(event.info, version)
      return question.name === 'searchUser' && isFound(question, version) && isShown(event.info, version)
  }
}

const isShown = (info: Info, { record }: Version): boolean => record !== undefined && isTold(info, infoShown(record))

function isFound({ nick, first, last, email }: Intent<'searchUser'>, { record }: Version): boolean {
  if (
    !record ||
    record.hides ||
    record.account.isBanned ||
    [nick, first, last, email].every(({ length }) => length === 0)
  )
    return false
  const { info } = record.account
  const hasNames = begins(info.nick, nick) && begins(info.first, first) && begins(info.last, last)
  return hasNames && (email.length === 0 || folded(info.email) === folded(email))
}

const begins = (text: Uint8Array, start: Uint8Array): boolean => folded(text).startsWith(folded(start))
const folded = (text: Uint8Array): string =>
  String.fromCharCode(...text).replace(/[A-Z]/g, (capital) => capital.toLowerCase())

/** The shortest field of a packet has room for so many bytes; longer texts may be cut. */
const cutAt = 5

/** True for a profile as it is kept, or with long texts cut. */
function isTold<Profile extends Info | ExtInfo>(told: Profile, kept: Profile): boolean {
  return Object.keys(kept).every((name) => {
    const [a, b]: unknown[] = [told[name as keyof Profile], kept[name as keyof Profile]]
    if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return a === b
    return a.length === b.length || a.length >= cutAt ? a.every((byte, index) => byte === b[index]) : false
  })
}
