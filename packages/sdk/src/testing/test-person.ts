import type { Uin } from '@seekyou/language'
import type { User } from '../user.ts'
import type { TestNetwork } from './test-network.ts'

/** Somebody in a test network who writes, and keeps what others write to them. */
export class TestPerson {
  /** What they are as a user of the network. */
  readonly user: User
  /** What others have written to them, oldest first. */
  readonly heard: { readonly from: Uin; readonly text: string }[] = []
  readonly #network: TestNetwork

  constructor(network: TestNetwork, user: User) {
    this.#network = network
    this.user = user
    user.on('message', ({ from, text }) => {
      this.heard.push({ from, text })
    })
  }

  /** Everything that was written to them, oldest first. */
  get texts(): readonly string[] {
    return this.heard.map(({ text }) => text)
  }

  /** Writes, and returns when the server has the message. */
  async say(to: number, text: string): Promise<void> {
    await this.#network.finish(this.user.send(to, text))
  }

  /** Writes, and returns what is written back: the next message from there. Throws when there is none within a minute. */
  async ask(to: number, text: string): Promise<string> {
    const before = this.#from(to).length
    await this.say(to, text)
    return this.#network.until(() => this.#from(to)[before]).then((answer) => answer.text)
  }

  #from(uin: number): readonly { readonly text: string }[] {
    return this.heard.filter(({ from }) => from === uin)
  }
}
