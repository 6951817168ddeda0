import type { PeerNews } from '@seekyou/client'
import type { Uin } from '@seekyou/language'
import type { Dice } from '../dice.ts'
import type { VirtualFile } from '../virtual-disk.ts'
import type { Citizen } from './citizen.ts'
import { textOf } from './profiles.ts'
import { repeatedly, type World } from './world.ts'

const chatEveryMs = 8 * 60_000
const sendEveryMs = 8 * 60_000
const typeEveryMs = 1_500
const decideMs = 5_000
const lettersMost = 400
const bytesMost = 60_000
const filesMost = 3
const nothing = textOf('')

interface Talk {
  /** What the other one types, from the beginning on, and how much of it has come. */
  readonly theirs: string
  heard: number
}

/** What somebody with direct connections does beside writing messages: chats with friends, and sends them files. */
export class Sociable {
  readonly #world: World
  readonly #self: Citizen
  readonly #dice: Dice
  /** Chats by their ids, from the request on. */
  readonly #talks = new Map<number, Talk & { readonly ours: string }>()
  #ids = 0
  #looked = 0
  #isQuiet = false

  constructor(world: World, self: Citizen, dice: Dice) {
    this.#world = world
    this.#self = self
    this.#dice = dice
  }

  live(): void {
    const { clock } = this.#world
    const often = (what: string, everyMs: number, act: (to: Uin, dice: Dice) => void): void => {
      const dice = this.#dice.split(what)
      repeatedly(clock, dice, everyMs, () => {
        const friends = [...this.#self.contacts]
        if (this.#self.isOnline && friends.length > 0) act(dice.pick(friends), dice)
        return !this.#isQuiet && !this.#self.isEvicted
      })
    }
    often('chat', chatEveryMs, (to) => this.#ask(to))
    often('send', sendEveryMs, (to, dice) => this.#send(to, dice))
  }

  /** From here on they begin nothing. */
  rest(): void {
    this.#isQuiet = true
  }

  meets(news: PeerNews): void {
    const { clock } = this.#world
    switch (news.kind) {
      case 'chatRequested': {
        const reason = String.fromCharCode(...news.reason)
        this.#talks.set(news.id, { theirs: scriptOf(reason, 'asked'), ours: scriptOf(reason, 'answered'), heard: 0 })
        clock.after(this.#dice.waiting(decideMs), () => this.#answer('answerChat', news.id))
        break
      }
      case 'chatBegan':
        this.#type(news.id, 0)
        break
      case 'stroked':
        for (const stroke of news.strokes) if (stroke.name === 'typed') this.#hear(news.id, stroke.text)
        break
      case 'chatEnded':
        this.#talks.delete(news.id)
        break
      case 'filesOffered':
        clock.after(this.#dice.waiting(decideMs), () => this.#answer('answerFiles', news.id))
        break
      case 'fileEnded':
      case 'filesEnded':
        this.#look()
        break
    }
  }

  #ask(to: Uin): void {
    const id = ++this.#ids
    const reason = `${this.#self.uin} ${id}`
    this.#talks.set(id, { theirs: scriptOf(reason, 'answered'), ours: scriptOf(reason, 'asked'), heard: 0 })
    this.#self.wish({ name: 'requestChat', id, to, reason: textOf(reason), nick: nothing })
  }

  #send(to: Uin, dice: Dice): void {
    const id = ++this.#ids
    const count = 1 + dice.below(filesMost)
    const files = Array.from({ length: count }, (_, file) =>
      giftOf(`${this.#self.uin}-${id}-${file}`, dice.below(bytesMost)),
    )
    this.#self.offerFiles(id, to, files)
  }

  #answer(name: 'answerChat' | 'answerFiles', id: number): void {
    const accept = this.#dice.chance(0.85)
    this.#self.wish({ name, id, accept, reason: textOf('not now'), nick: nothing })
  }

  /** A few letters at a time, until they have typed enough or the chat is over. */
  #type(id: number, from: number): void {
    const talk = this.#talks.get(id)
    if (!talk) return
    const to = from + 1 + this.#dice.below(40)
    this.#self.wish({ name: 'type', id, strokes: [{ name: 'typed', text: textOf(talk.ours.slice(from, to)) }] })
    if (to >= lettersMost) this.#self.wish({ name: 'leaveChat', id })
    else this.#world.clock.after(this.#dice.waiting(typeEveryMs), () => this.#type(id, to))
  }

  #hear(id: number, text: Uint8Array): void {
    const talk = this.#talks.get(id)
    if (!talk) return
    const typed = textOf(talk.theirs.slice(talk.heard, talk.heard + text.length))
    talk.heard += text.length
    this.#world.street.received(
      this.#self.uin,
      { what: `chat ${id}`, sent: typed, received: text },
      this.#world.clock.now,
    )
  }

  /** Compares what has arrived with what was sent. */
  #look(): void {
    const whole = this.#self.workplace?.disk.whole ?? []
    for (const { name, bytes } of whole.slice(this.#looked)) {
      const sent = giftOf(name, bytes.length).bytes
      this.#world.street.received(
        this.#self.uin,
        { what: `file ${name}`, sent, received: bytes },
        this.#world.clock.now,
      )
    }
    this.#looked = whole.length
  }
}

/** What one side types in a chat that was asked for with this reason. */
const scriptOf = (reason: string, side: string): string =>
  Array.from({ length: lettersMost / 5 }, (_, word) => `${side} ${word} of ${reason} `).join('')

/** A file whose content follows from its name. */
function giftOf(name: string, size: number): VirtualFile {
  const mark = [...name].reduce((sum, char) => (sum * 33 + char.charCodeAt(0)) >>> 0, 5_381)
  return { name, bytes: Uint8Array.from({ length: size }, (_, index) => (mark + index * 31 + (index >> 8) * 7) & 0xff) }
}
