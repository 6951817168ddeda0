import type { Address } from '@seekyou/language'
import { z } from 'zod'
import { Tokens } from './allowance.ts'
import { complaintOf } from './complaint.ts'
import type { GatewayCounts } from './counts.ts'

/** Meets an aside of whoever is signed on at a web address. Rejects with a `Complaint` when it is refused. */
export type MeetAside = (from: Address, name: string, ask: unknown) => Promise<unknown>

/** What one socket's asides need of the world. */
export interface AsideDeskOptions {
  readonly counts: GatewayCounts
  readonly now: () => number
  readonly meet: (name: string, ask: unknown) => Promise<unknown>
  /** Sends a text. */
  readonly answer: (text: string) => void
  readonly report: (error: unknown) => void
}

const asidesAllowed = { burst: 40, perSecond: 10 }
/** So many may be under way at once. */
const underWayMax = 40
const tooFast = 'That was too much at once: wait a few seconds, and try again.'
const failed = 'The server could not do that: try again later.'

const asideShape = z.object({ id: z.int(), name: z.string().max(64), ask: z.unknown().optional() })

/** Takes the asides of one socket: `{"id":1,"name":"contactList","ask":{}}`, answered by `{"id":1,"answer":{…}}` or `{"id":1,"refused":"…"}`. */
export class AsideDesk {
  readonly #options: AsideDeskOptions
  readonly #tokens: Tokens
  #underWay = 0

  constructor(options: AsideDeskOptions) {
    this.#options = options
    this.#tokens = new Tokens(asidesAllowed, options.now())
  }

  hear(text: string): void {
    const { counts, now } = this.#options
    const isAllowed = this.#tokens.take(now())
    const aside = parse(text)
    if (!aside) {
      counts.asidesMalformed += 1
    } else if (!isAllowed || this.#underWay >= underWayMax) {
      counts.asidesTooFast += 1
      this.#refuse(aside.id, tooFast)
    } else void this.#meet(aside)
  }

  async #meet({ id, name, ask }: z.output<typeof asideShape>): Promise<void> {
    const { counts, meet, answer, report } = this.#options
    this.#underWay += 1
    try {
      const met = await meet(name, ask ?? {})
      counts.asidesMet += 1
      answer(JSON.stringify({ id, answer: met }))
    } catch (error) {
      counts.asidesRefused += 1
      const complaint = complaintOf(error)
      if (complaint === undefined) report(error)
      this.#refuse(id, complaint ?? failed)
    } finally {
      this.#underWay -= 1
    }
  }

  #refuse(id: number, sentence: string): void {
    this.#options.answer(JSON.stringify({ id, refused: sentence }))
  }
}

function parse(text: string): z.output<typeof asideShape> | undefined {
  try {
    return asideShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
