import type { Uin } from '@seekyou/language'
import { CannotReach, type Road, type World } from '@seekyou/sdk'
import { type TestNetwork, type TestNetworkOptions, testNetwork } from '@seekyou/sdk/testing'
import type { Messenger, Notice } from '../contract.ts'
import { memoryHistory } from '../memory-history.ts'
import { memoryNotebook } from '../memory-notebook.ts'
import { openMessenger } from '../open-messenger.ts'
import type { MessengerOptions } from '../options.ts'

export const [annUin, bobUin, catUin] = [1001, 1002, 1003] as unknown as [Uin, Uin, Uin]
export const minute = 60_000

type Meet = (name: string, ask: never) => unknown

/** One browser: what it keeps, and a road that can be cut. */
export class TestDevice {
  readonly network: TestNetwork
  readonly options: MessengerOptions
  readonly troubles: unknown[] = []
  readonly notices: Notice[] = []
  readonly asked: string[] = []
  readonly #world: World
  readonly #meet: Meet | undefined
  readonly #losses = new Set<() => void>()
  #isCut = false
  #kill = (): void => {}

  /** `meet` answers asides; without it roads carry no texts. */
  constructor(network: TestNetwork, uin: Uin, options: Partial<MessengerOptions> = {}, meet?: Meet) {
    this.network = network
    this.#world = network.newWorld()
    this.#meet = meet
    if (!network.server().has(uin)) network.addUser(uin)
    this.options = {
      server: 'wss://icq.example.org/datagrams',
      uin,
      password: 'secret',
      codePage: 'windows-1252',
      history: memoryHistory(),
      notebook: memoryNotebook(),
      world: this.#world,
      onTrouble: (error) => this.troubles.push(error),
      ...options,
    }
  }

  /** Opens a messenger. The one before, if there is one, ends without a word, as when a page is loaded again. */
  open(options: Partial<MessengerOptions> = {}): Messenger {
    this.#kill()
    const messenger = openMessenger({ ...this.options, world: this.#mortal(), ...options })
    messenger.onNotice((notice) => this.notices.push(notice))
    return messenger
  }

  /** The same, on line, with its list restored. */
  async online(options: Partial<MessengerOptions> = {}): Promise<Messenger> {
    const messenger = this.open(options)
    await this.network.until(() => messenger.line.get().state === 'online' && messenger.isListRestored.get())
    return messenger
  }

  cut(): void {
    this.#isCut = true
    for (const lose of this.#losses) lose()
    this.#losses.clear()
  }

  mend(): void {
    this.#isCut = false
  }

  /** A world that can end at once, with everything in it. */
  #mortal(): World {
    const world = this.#world
    let isDead = false
    this.#kill = () => {
      isDead = true
    }
    return {
      ...world,
      at: (time, act) => world.at(time, () => isDead || act()),
      openRoad: async (server, hear, lost, read = () => {}) => {
        if (isDead) return new Promise(() => {})
        if (this.#isCut) throw new CannotReach(server, 'the road is cut')
        let isOpen = true
        const road = await world.openRoad(server, (bytes) => isOpen && !isDead && hear(bytes), lost)
        const lose = (): void => {
          if (isOpen) lost()
          isOpen = false
        }
        this.#losses.add(lose)
        const write = (text: string): void => {
          if (isOpen && !isDead) this.#answer(text, (answer) => isOpen && !isDead && read(answer))
        }
        return {
          send: (datagram) => isOpen && !isDead && road.send(datagram),
          close() {
            isOpen = false
            road.close()
          },
          ...(this.#meet && { write }),
        } as Road
      },
    }
  }

  #answer(text: string, read: (text: string) => void): void {
    const { id, name, ask } = JSON.parse(text)
    this.asked.push(name)
    let answer: object
    try {
      answer = { id, answer: this.#meet?.(name, ask as never) }
    } catch (error) {
      answer = { id, refused: (error as Error).message }
    }
    queueMicrotask(() => read(JSON.stringify(answer)))
  }
}

/** A device in a network of its own. */
export const testDevice = (options?: TestNetworkOptions): TestDevice => new TestDevice(testNetwork(options), annUin)

/** What a conversation says, in words. */
export function spoken(messenger: Messenger, uin: Uin): string[] {
  return messenger
    .conversation(uin)
    .get()
    .entries.map(({ author, content, state }) => {
      const text = 'text' in content ? content.text : content.type === 'status' ? `${content.status}` : content.type
      return `${author}: ${text}${state === undefined ? '' : ` (${state})`}`
    })
}
